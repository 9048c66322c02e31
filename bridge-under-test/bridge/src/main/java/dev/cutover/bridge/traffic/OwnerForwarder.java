package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.routing.Slot;
import io.vertx.core.Future;

/** The reference forwarder: asks the owner, in its own contract. */
public final class OwnerForwarder implements Forwarder {
    private final Destination old;
    private final Destination replacement;

    public OwnerForwarder(Wire oldWire, Wire newWire, Translation translation) {
        this.old = new OldDestination(oldWire);
        this.replacement = new NewDestination(newWire, translation);
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Slot slot) {
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
