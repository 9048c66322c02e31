package dev.cutover.bridge.traffic;

import io.vertx.core.Future;

/**
 * Has the last word on what a client gets, and when. Called on the event loop, once the request is not in flight any
 * more.
 */
@FunctionalInterface
public interface Delivery {

    /** What the client gets; must not fail. */
    Future<Answer> deliver(Exchange exchange, Answer answer);

    /** The answer itself, at once. */
    static Delivery atOnce() {
        return (exchange, answer) -> Future.succeededFuture(answer);
    }
}
