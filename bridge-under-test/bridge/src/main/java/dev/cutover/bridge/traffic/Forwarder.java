package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.routing.Slot;
import io.vertx.core.Future;

/** Asks the system that owns a bucket. */
public final class Forwarder {
    private final Destination old;
    private final Destination replacement;

    public Forwarder(Wire oldWire, Wire newWire, Translation translation) {
        this.old = new OldDestination(oldWire);
        this.replacement = new NewDestination(newWire, translation);
    }

    /** Never fails: a missing answer becomes one of the bridge's own. */
    Future<Answer> ask(Exchange exchange, Slot slot) {
        return asked(exchange, slot).recover(cause -> Future.succeededFuture(OwnAnswers.missing(slot.owner(), cause)));
    }

    private Future<Answer> asked(Exchange exchange, Slot slot) {
        try {
            return (slot.owner() == Side.OLD ? old : replacement).ask(exchange, slot.epoch());
        } catch (RuntimeException e) {
            // In-flight accounting must see every request end.
            return Future.failedFuture(e);
        }
    }
}
