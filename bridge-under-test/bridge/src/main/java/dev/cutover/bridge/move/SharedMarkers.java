package dev.cutover.bridge.move;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One marker for all who ask while another is under way: it is sent after each of them asked, so it proves the same to
 * all of them, and a burst of moves costs the streams a few markers instead of one each.
 */
public final class SharedMarkers implements Markers {
    private final Markers markers;
    private final Executor background;
    private final Turns oldToNew = new Turns(Direction.OLD_TO_NEW);
    private final Turns newToOld = new Turns(Direction.NEW_TO_OLD);

    /** Sends by {@code markers}, which may block, in the background. */
    public SharedMarkers(Markers markers, Executor background) {
        this.markers = markers;
        this.background = background;
    }

    @Override
    public CompletionStage<Void> send(Direction direction, Deadline deadline) {
        return (direction == Direction.OLD_TO_NEW ? oldToNew : newToOld).join(deadline);
    }

    private record Marker(CompletableFuture<Void> applied, Deadline deadline) {}

    /** The markers of one direction, one after another. */
    private final class Turns {
        private final Direction direction;
        private @Nullable Marker underWay;
        private @Nullable Marker next;

        Turns(Direction direction) {
            this.direction = direction;
        }

        CompletableFuture<Void> join(Deadline deadline) {
            Marker first;
            synchronized (this) {
                if (underWay != null) {
                    next = next == null
                            ? new Marker(new CompletableFuture<>(), deadline)
                            : new Marker(next.applied(), next.deadline().orLater(deadline));
                    return next.applied();
                }
                first = new Marker(new CompletableFuture<>(), deadline);
                underWay = first;
            }
            start(first);
            return first.applied();
        }

        private void start(Marker marker) {
            var unused = CompletableFuture.completedFuture(marker.deadline())
                    .thenComposeAsync(deadline -> markers.send(direction, deadline), background)
                    .whenComplete((done, failure) -> ended(marker, failure));
        }

        private void ended(Marker marker, @Nullable Throwable failure) {
            if (failure == null) {
                marker.applied().complete(null);
            } else {
                marker.applied().completeExceptionally(failure);
            }
            Marker following;
            synchronized (this) {
                following = next;
                underWay = following;
                next = null;
            }
            if (following != null) {
                start(following);
            }
        }
    }
}
