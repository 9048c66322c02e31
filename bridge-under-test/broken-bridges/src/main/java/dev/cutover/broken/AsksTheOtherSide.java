package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that sends a request to the other system, under the same id, if its owner did not answer. */
public final class AsksTheOtherSide implements Forwarder {
    private final Forwarder owner;
    private final Counter activated;

    private AsksTheOtherSide(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(AsksTheOtherSide::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new AsksTheOtherSide(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        return owner.ask(exchange, ownership).compose(answer -> {
            if (answer.outcome() != Answer.Outcome.UNKNOWN) {
                return Future.succeededFuture(answer);
            }
            activated.increment();
            return owner.ask(exchange, Unfenced.of(ownership.owner().other()));
        });
    }
}
