package dev.cutover.record.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of routing, as it was asked for and as the bridge answered. */
public sealed interface RoutingEvent extends Event {

    RoutingMode mode();

    /** Share of the keys on new, 0 … 1. */
    double newShare();

    @Line(kind = "routing", state = "requested", says = "recorded before the bridge is asked")
    record Requested(RoutingMode mode, double newShare, boolean rollback) implements RoutingEvent {}

    @Line(
            kind = "routing",
            state = "effective",
            says =
                    "the bridge declared the change complete; `moves` as it gave them: bucket, from, to, epoch, holdMs, attempts, …")
    record Effective(RoutingMode mode, double newShare, long epoch, double tookMs, boolean rollback, List<Move> moves)
            implements RoutingEvent {
        public Effective {
            moves = List.copyOf(Objects.requireNonNullElse(moves, List.of()));
        }
    }

    @Line(kind = "routing", state = "refused", says = "the bridge said no, or nothing in time; `detail` has its words")
    record Refused(RoutingMode mode, double newShare, String detail) implements RoutingEvent {}

    /**
     * A bucket of keys that changed its owner.
     *
     * @param holdMs how long its requests were held; null if the bridge does not say
     * @param attempts more than 1 if the move was aborted and tried again; null if the bridge does not say
     */
    record Move(
            @Nullable Long bucket,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long epoch,
            @Nullable Double holdMs,
            @Nullable Double drainMs,
            @Nullable Double markerMs,
            @Nullable Long held,
            @Nullable Long attempts) {}
}
