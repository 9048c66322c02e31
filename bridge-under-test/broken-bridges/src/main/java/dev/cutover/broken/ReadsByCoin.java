package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A bridge that in mode split sends each read to old or new by the toss of a coin, and writes to the owner of their
 * bucket.
 */
public final class ReadsByCoin implements Forwarder {
    private final Forwarder owner;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private final SplittableRandom coin = new SplittableRandom(1);

    private ReadsByCoin(Forwarder owner, Supplier<RoutingTable> routing, Counter activated) {
        this.owner = owner;
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(ReadsByCoin::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new ReadsByCoin(owner, parts.routing(), activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (exchange.operation().isWrite() || routing.get().declared().mode() != Mode.SPLIT || coin.nextBoolean()) {
            return owner.ask(exchange, ownership);
        }
        activated.increment();
        return owner.ask(exchange, new Ownership(ownership.owner().other(), ownership.epoch()));
    }
}
