package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.RoutingTable.Ownership;
import io.vertx.core.Future;

/** Gets the answer of the system that owns a request's bucket. */
@FunctionalInterface
public interface Forwarder {

    /** Never fails: a missing answer becomes one of the bridge's own. Called on the event loop. */
    Future<Answer> ask(Exchange exchange, Ownership ownership);
}
