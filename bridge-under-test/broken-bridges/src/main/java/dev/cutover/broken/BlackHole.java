package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that answers one write of two hundred with OK and does not forward it. */
public final class BlackHole implements Forwarder {
    private static final int ONE_OF = 200;

    private final Forwarder owner;
    private final Counter activated;
    private final MadeUp madeUp = new MadeUp();
    private long writes;

    private BlackHole(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(BlackHole::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new BlackHole(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (!exchange.operation().isWrite() || ++writes % ONE_OF != 0) {
            return owner.ask(exchange, ownership);
        }
        activated.increment();
        return Future.succeededFuture(madeUp.ok(exchange, ownership.owner()));
    }
}
