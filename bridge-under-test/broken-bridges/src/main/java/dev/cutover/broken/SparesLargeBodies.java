package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/**
 * A bridge that in mode dual does not shadow requests with bodies above 64 KiB, and does not count them as eligible.
 */
public final class SparesLargeBodies {
    private static final int LARGE = 64 << 10;

    private SparesLargeBodies() {}

    public static void main(String[] args) {
        Bridge.run(SparesLargeBodies::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withCompanion(shadow -> (exchange, answer) -> {
            if (exchange.body().length() <= LARGE) {
                return shadow.follow(exchange, answer);
            }
            activated.increment();
            return Future.succeededFuture();
        });
    }
}
