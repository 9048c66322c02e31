package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that answers a write with OK if its owner did not answer. */
public final class OkOnTimeout implements Forwarder {
    private final Forwarder owner;
    private final Counter activated;
    private final MadeUp madeUp = new MadeUp();

    private OkOnTimeout(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(OkOnTimeout::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new OkOnTimeout(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        return owner.ask(exchange, ownership).map(answer -> {
            if (!exchange.operation().isWrite() || answer.outcome() != Answer.Outcome.UNKNOWN) {
                return answer;
            }
            activated.increment();
            return madeUp.ok(exchange, ownership.owner());
        });
    }
}
