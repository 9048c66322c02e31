package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** A bridge that in mode dual asks new along with old and, for reads, gives the client new's answer if there is one. */
public final class AnswersWithTheShadow implements Forwarder {
    private final Forwarder owner;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;

    private AnswersWithTheShadow(Forwarder owner, Supplier<RoutingTable> routing, Counter activated) {
        this.owner = owner;
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(AnswersWithTheShadow::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new AnswersWithTheShadow(owner, parts.routing(), activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        Future<Answer> old = owner.ask(exchange, ownership);
        if (exchange.operation().isWrite() || !routing.get().isDual()) {
            return old;
        }
        return owner.ask(exchange, new Ownership(Side.NEW, ownership.epoch())).compose(shadow -> instead(old, shadow));
    }

    private Future<Answer> instead(Future<Answer> old, Answer shadow) {
        if (shadow.outcome() == Answer.Outcome.UNKNOWN) {
            return old;
        }
        activated.increment();
        return Future.succeededFuture(shadow);
    }
}
