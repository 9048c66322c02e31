package dev.cutover.bridge.traffic;

import io.vertx.core.Future;

/** Sees each request as it is sent to the old system in mode dual; must return at once. */
@FunctionalInterface
public interface Companion {
    void follow(Exchange exchange, Future<Answer> answer);
}
