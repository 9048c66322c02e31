package dev.cutover.bridge.move;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One marker for all who ask within a moment: it is sent after each of them asked, so it proves the same to all of them, and a burst of
 * moves costs the streams a few markers instead of one each.
 */
public final class SharedMarkers implements Markers {
    private final Markers markers;
    private final Executor afterAMoment;
    private final Moment oldToNew = new Moment(Direction.OLD_TO_NEW);
    private final Moment newToOld = new Moment(Direction.NEW_TO_OLD);

    /**
     * Sends by {@code markers}, which may block.
     *
     * @param afterAMoment runs what it is given a few milliseconds later, in the background
     */
    public SharedMarkers(Markers markers, Executor afterAMoment) {
        this.markers = markers;
        this.afterAMoment = afterAMoment;
    }

    @Override
    public CompletionStage<Void> send(Direction direction, Deadline deadline) {
        return (direction == Direction.OLD_TO_NEW ? oldToNew : newToOld).join(deadline);
    }

    private record Marker(CompletableFuture<Void> applied, Deadline deadline) {}

    /** Those of one direction who asked and whose marker was not sent yet. */
    private final class Moment {
        private final Direction direction;
        private @Nullable Marker next;

        Moment(Direction direction) {
            this.direction = direction;
        }

        synchronized CompletableFuture<Void> join(Deadline deadline) {
            Marker open = next;
            if (open != null) {
                next = new Marker(open.applied(), open.deadline().orLater(deadline));
                return open.applied();
            }
            CompletableFuture<Void> applied = new CompletableFuture<>();
            next = new Marker(applied, deadline);
            var unused = CompletableFuture.supplyAsync(this::over, afterAMoment)
                    .thenCompose(marker -> markers.send(direction, marker.deadline()))
                    .whenComplete((done, failure) -> {
                        if (failure == null) {
                            applied.complete(null);
                        } else {
                            applied.completeExceptionally(failure);
                        }
                    });
            return applied;
        }

        /** Whoever asks from now on shares the next one. */
        private synchronized Marker over() {
            Marker marker = Objects.requireNonNull(next, "only one ends each moment");
            next = null;
            return marker;
        }
    }
}
