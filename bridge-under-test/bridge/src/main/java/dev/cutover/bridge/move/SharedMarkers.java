package dev.cutover.bridge.move;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One marker for all who ask within a moment, and one under way at a time: those who ask meanwhile share the next. It is sent after each
 * of them asked, so it proves the same to all of them, and a burst of moves costs the streams a few markers instead of one each.
 */
public final class SharedMarkers implements Markers {
    private final Markers markers;
    private final Executor afterAMoment;
    private final Turns oldToNew = new Turns(Direction.OLD_TO_NEW);
    private final Turns newToOld = new Turns(Direction.NEW_TO_OLD);

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

    /** The markers of one direction, one after another. */
    private final class Turns {
        private final Direction direction;
        private @Nullable Marker next;
        private boolean busy;

        Turns(Direction direction) {
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
            if (!busy) {
                busy = true;
                startAfterAMoment();
            }
            return applied;
        }

        private void startAfterAMoment() {
            var unused = CompletableFuture.supplyAsync(this::take, afterAMoment)
                    .thenCompose(marker -> CompletableFuture.completedFuture(marker.deadline())
                            .thenCompose(deadline -> markers.send(direction, deadline))
                            .whenComplete((done, failure) -> ended(marker, failure)));
        }

        /** Whoever asks from now on shares the one after it. */
        private synchronized Marker take() {
            Marker marker = Objects.requireNonNull(next, "a turn starts when somebody has asked");
            next = null;
            return marker;
        }

        private void ended(Marker marker, @Nullable Throwable failure) {
            if (failure == null) {
                marker.applied().complete(null);
            } else {
                marker.applied().completeExceptionally(failure);
            }
            synchronized (this) {
                busy = next != null;
                if (busy) {
                    startAfterAMoment();
                }
            }
        }
    }
}
