package dev.cutover.broken;

import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.Exchange;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/** What comes of the shadows of requests, until their clients are answered. Lives on the event loop. */
final class Followed {
    private final Map<Exchange, Future<Void>> shadows = new HashMap<>();

    /** The shadow, remembered. */
    Companion remembering(Companion shadow) {
        return (exchange, answer) -> {
            Future<Void> asked = shadow.follow(exchange, answer);
            shadows.put(exchange, asked);
            return asked;
        };
    }

    /** Completes with the request's shadow; at once if it has none. Forgets it. */
    Future<Void> shadowOf(Exchange exchange) {
        Future<Void> asked = shadows.remove(exchange);
        return asked == null ? Future.succeededFuture() : asked;
    }
}
