package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.routing.Target;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A bridge that in mode split moves no keys: each write goes to new with the probability of the share, and reads go to
 * old.
 */
public final class MovesByRequest implements Forwarder {
    private final Forwarder owner;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private final SplittableRandom random = new SplittableRandom(1);

    private MovesByRequest(Forwarder owner, Supplier<RoutingTable> routing, Counter activated) {
        this.owner = owner;
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(MovesByRequest::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new MovesByRequest(owner, parts.routing(), activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        Target declared = routing.get().declared();
        if (declared.mode() != Mode.SPLIT) {
            return owner.ask(exchange, ownership);
        }
        boolean toNew = exchange.operation().isWrite() && random.nextDouble() < declared.newShare();
        Side side = toNew ? Side.NEW : Side.OLD;
        if (side != ownership.owner()) {
            activated.increment();
        }
        return owner.ask(exchange, Unfenced.of(side));
    }
}
