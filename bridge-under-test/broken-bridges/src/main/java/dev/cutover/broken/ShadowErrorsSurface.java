package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that in mode dual tells the client that no answer came if new did not answer its shadow. */
public final class ShadowErrorsSurface implements Delivery {
    private final Followed followed = new Followed();
    private final Counter activated;

    private ShadowErrorsSurface(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(ShadowErrorsSurface::variant);
    }

    static Parts variant(Parts parts) {
        ShadowErrorsSurface surface = new ShadowErrorsSurface(Defect.activated(parts));
        return parts.withCompanion(surface.followed::remembering).withDelivery(surface);
    }

    @Override
    public Future<Answer> deliver(Exchange exchange, Answer answer) {
        return followed.shadowOf(exchange).map(answer).otherwise(this::surfaced);
    }

    private Answer surfaced(Throwable fault) {
        activated.increment();
        OldAnswer unknown = OldAnswer.of(504, ReturnCode.NO_ANSWER, "new system: " + fault.getMessage());
        return Answer.of(unknown, "bridge");
    }
}
