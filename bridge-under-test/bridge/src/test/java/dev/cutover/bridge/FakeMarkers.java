package dev.cutover.bridge;

import dev.cutover.bridge.move.Direction;
import dev.cutover.bridge.move.MarkerRule;
import dev.cutover.bridge.move.Markers;
import dev.cutover.bridge.move.MoveAborted;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A sync that is always through, in every partition, unless told otherwise. */
public final class FakeMarkers {
    public final List<Direction> sent = new CopyOnWriteArrayList<>();
    volatile Function<Direction, CompletionStage<Void>> answer = direction -> CompletableFuture.completedStage(null);

    private final BitSet partitions = new BitSet(MarkerRule.PARTITIONS);

    FakeMarkers() {
        partitions.set(0, MarkerRule.PARTITIONS);
    }

    /** The markers of a bridge with this rule. */
    Markers by(MarkerRule rule) {
        return (direction, deadline) -> {
            sent.add(direction);
            return rule.isApplied(partitions) ? answer.apply(direction) : new CompletableFuture<>();
        };
    }

    /** From now on no marker comes out of one of the partitions. */
    public void loseThoseOf(int partition) {
        partitions.clear(partition);
    }

    void refuse(Direction refused, String reason) {
        answer = direction -> direction == refused
                ? CompletableFuture.failedStage(new MoveAborted(reason))
                : CompletableFuture.completedStage(null);
    }
}
