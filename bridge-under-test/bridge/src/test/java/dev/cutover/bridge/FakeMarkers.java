package dev.cutover.bridge;

import dev.cutover.bridge.move.Deadline;
import dev.cutover.bridge.move.Direction;
import dev.cutover.bridge.move.Markers;
import dev.cutover.bridge.move.MoveAborted;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A sync that is always through, unless told otherwise. */
final class FakeMarkers implements Markers {
    final List<Direction> sent = new CopyOnWriteArrayList<>();
    volatile Function<Direction, CompletionStage<Void>> answer = direction -> CompletableFuture.completedStage(null);

    @Override
    public CompletionStage<Void> send(Direction direction, Deadline deadline) {
        sent.add(direction);
        return answer.apply(direction);
    }

    void refuse(Direction refused, String reason) {
        answer = direction -> direction == refused
                ? CompletableFuture.failedStage(new MoveAborted(reason))
                : CompletableFuture.completedStage(null);
    }
}
