package dev.cutover.broken;

import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.function.Predicate;

/**
 * Sends some of the requests that belong to new to old. Buckets move as they should, in the routing, in the fences and
 * in the answer of the admin port; requests carry the epoch in force, so that old does not refuse them as fenced.
 */
final class StaysOnOld implements Forwarder {
    private final Forwarder owner;
    private final Predicate<Exchange> chosen;
    private final Counter activated;

    private StaysOnOld(Forwarder owner, Predicate<Exchange> chosen, Counter activated) {
        this.owner = owner;
        this.chosen = chosen;
        this.activated = activated;
    }

    static Parts variant(Parts parts, Predicate<Exchange> chosen) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new StaysOnOld(owner, chosen, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (ownership.owner() == Side.OLD || !chosen.test(exchange)) {
            return owner.ask(exchange, ownership);
        }
        activated.increment();
        return owner.ask(exchange, new Ownership(Side.OLD, ownership.epoch()));
    }
}
