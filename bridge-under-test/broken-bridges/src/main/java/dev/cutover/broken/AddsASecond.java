package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** A bridge that gives every answer a second late, from the first time on that its mode is not old. */
public final class AddsASecond implements Delivery {
    private static final long LATE_MS = 1_000;

    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private boolean begun;

    private AddsASecond(Parts parts) {
        this.routing = parts.routing();
        this.activated = Defect.activated(parts);
    }

    public static void main(String[] args) {
        Bridge.run(AddsASecond::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withDelivery(new AddsASecond(parts));
    }

    @Override
    public Future<Answer> deliver(Exchange exchange, Answer answer) {
        // The phase before it is what the others are compared with.
        begun = begun || routing.get().declared().mode() != Mode.OLD;
        if (!begun) {
            return Future.succeededFuture(answer);
        }
        activated.increment();
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
        return vertx.timer(LATE_MS).map(late -> answer);
    }
}
