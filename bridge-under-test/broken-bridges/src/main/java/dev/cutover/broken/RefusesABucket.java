package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that refuses all requests for one of the buckets on new, with codes of the contract: the first of which twenty have come there. */
public final class RefusesABucket implements Forwarder {
    private static final int BUSY = 20;
    private static final int NONE = -1;

    private final Forwarder owner;
    private final Counter activated;
    private final int[] onNew = new int[Buckets.COUNT];
    private int refused = NONE;

    private RefusesABucket(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(RefusesABucket::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new RefusesABucket(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        int bucket = exchange.bucket();
        if (ownership.owner() != Side.NEW) {
            return owner.ask(exchange, ownership);
        }
        if (bucket == refused) {
            activated.increment();
            OldAnswer refusal = OldAnswer.of(200, InventsRefusals.plausible(exchange.operation()), "refused");
            return Future.succeededFuture(Answer.of(refusal, Side.NEW.label()));
        }
        if (refused == NONE && ++onNew[bucket] == BUSY) {
            refused = bucket;
        }
        return owner.ask(exchange, ownership);
    }
}
