package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;

/** A bridge that in mode dual shadows one request of a hundred, and does not count the others as eligible. */
public final class ShadowsOneInAHundred implements Companion {
    private static final int ONE_OF = 100;

    private final Companion shadow;
    private final Counter activated;
    private long requests;

    private ShadowsOneInAHundred(Companion shadow, Counter activated) {
        this.shadow = shadow;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(ShadowsOneInAHundred::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withCompanion(shadow -> new ShadowsOneInAHundred(shadow, activated));
    }

    @Override
    public Future<Void> follow(Exchange exchange, Future<Answer> answer) {
        if (requests++ % ONE_OF == 0) {
            return shadow.follow(exchange, answer);
        }
        activated.increment();
        return Future.succeededFuture();
    }
}
