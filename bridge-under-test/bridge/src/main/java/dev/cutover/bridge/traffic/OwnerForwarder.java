package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import io.vertx.core.Future;

/** The reference forwarder: asks the owner, in its own contract. */
public final class OwnerForwarder implements Forwarder {
    private final Destination old;
    private final Destination replacement;

    public OwnerForwarder(SystemClient oldClient, SystemClient newClient, Translation translation) {
        this.old = new OldDestination(oldClient);
        this.replacement = new NewDestination(newClient, translation);
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        return asked(exchange, ownership)
                .recover(cause -> Future.succeededFuture(OwnAnswers.missing(ownership.owner(), cause)));
    }

    private Future<Answer> asked(Exchange exchange, Ownership ownership) {
        try {
            return (ownership.owner() == Side.OLD ? old : replacement).ask(exchange, ownership.epoch());
        } catch (RuntimeException e) {
            // In-flight accounting must see every request end.
            return Future.failedFuture(e);
        }
    }
}
