package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that never serves one of the buckets on new again: the first of which twenty requests have come there. */
public final class NeverReleases implements Forwarder {
    private static final int BUSY = 20;
    private static final int NONE = -1;

    private final Forwarder owner;
    private final Counter activated;
    private final int[] onNew = new int[Buckets.COUNT];
    private int stuck = NONE;

    private NeverReleases(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(NeverReleases::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new NeverReleases(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        int bucket = exchange.bucket();
        if (bucket == stuck) {
            activated.increment();
            OldAnswer overloaded = OldAnswer.of(503, ReturnCode.OVERLOADED, "its bucket is moving");
            return Future.succeededFuture(Answer.of(overloaded, "bridge"));
        }
        // A busy one, or nobody would notice: half of all requests are for a few keys.
        if (stuck == NONE && ownership.owner() == Side.NEW && ++onNew[bucket] == BUSY) {
            stuck = bucket;
        }
        return owner.ask(exchange, ownership);
    }
}
