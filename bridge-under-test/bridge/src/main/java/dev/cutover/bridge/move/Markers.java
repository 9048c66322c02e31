package dev.cutover.bridge.move;

import java.util.concurrent.CompletionStage;

/** Sends markers down the sync streams. */
public interface Markers extends AutoCloseable {

    /**
     * Completes when everything that was committed at the direction's source before is applied in every partition at
     * its target, without dead letters; else fails with a {@link MoveAborted}, by the deadline at the latest. May block
     * for half a second.
     */
    CompletionStage<Void> send(Direction direction, Deadline deadline);

    @Override
    default void close() {}
}
