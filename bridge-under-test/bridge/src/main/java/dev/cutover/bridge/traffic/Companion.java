package dev.cutover.bridge.traffic;

import io.vertx.core.Future;

/** Sees each request as it is sent to the old system in mode dual. Called on the event loop; must return at once. */
@FunctionalInterface
public interface Companion {

    /**
     * Completes when new has answered, or was not asked; fails with the {@link LinkFault} if it did not answer. The
     * reference does not wait for it.
     */
    Future<Void> follow(Exchange exchange, Future<Answer> answer);
}
