package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/**
 * Correct but odd: a write that its owner did not answer is sent there once more, under the same id, before the client
 * is answered.
 */
public final class SendsAgainItself implements Forwarder {
    private final Forwarder owner;
    private final Counter activated;

    private SendsAgainItself(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(SendsAgainItself::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new SendsAgainItself(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        return owner.ask(exchange, ownership).compose(answer -> {
            if (!exchange.operation().isWrite() || answer.outcome() != Answer.Outcome.UNKNOWN) {
                return Future.succeededFuture(answer);
            }
            activated.increment();
            return owner.ask(exchange, ownership);
        });
    }
}
