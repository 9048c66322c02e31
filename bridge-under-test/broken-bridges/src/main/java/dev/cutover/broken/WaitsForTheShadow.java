package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that in mode dual answers a client only when its shadow is answered, or has failed. */
public final class WaitsForTheShadow implements Delivery {
    private final Followed followed = new Followed();
    private final Counter activated;

    private WaitsForTheShadow(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(WaitsForTheShadow::variant);
    }

    static Parts variant(Parts parts) {
        WaitsForTheShadow waits = new WaitsForTheShadow(Defect.activated(parts));
        return parts.withCompanion(waits.followed::remembering).withDelivery(waits);
    }

    @Override
    public Future<Answer> deliver(Exchange exchange, Answer answer) {
        Future<Void> shadow = followed.shadowOf(exchange);
        if (!shadow.isComplete()) {
            activated.increment();
        }
        return shadow.transform(done -> Future.succeededFuture(answer));
    }
}
