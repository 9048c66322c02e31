package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge whose reads of a bucket stay on new once it was there, also when it has moved back to old. */
public final class ReadsStayOnNew implements Forwarder {
    private final Forwarder owner;
    private final Counter activated;
    private final boolean[] wereOnNew = new boolean[Buckets.COUNT];

    private ReadsStayOnNew(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(ReadsStayOnNew::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new ReadsStayOnNew(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (ownership.owner() == Side.NEW) {
            wereOnNew[exchange.bucket()] = true;
            return owner.ask(exchange, ownership);
        }
        if (exchange.operation().isWrite() || !wereOnNew[exchange.bucket()]) {
            return owner.ask(exchange, ownership);
        }
        activated.increment();
        return owner.ask(exchange, new Ownership(Side.NEW, ownership.epoch()));
    }
}
