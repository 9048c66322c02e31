package dev.cutover.bridge.traffic;

import io.vertx.core.Future;

/** A system as the data path sees it: asked and answering in the old contract. */
interface Destination {

    /** Fails with a {@link LinkFault} if no answer came; called on the event loop. */
    Future<Answer> ask(Exchange exchange, long epoch);
}
