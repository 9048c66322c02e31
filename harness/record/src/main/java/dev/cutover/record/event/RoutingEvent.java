package dev.cutover.record.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of routing, as it was asked for and as the bridge answered. */
public sealed interface RoutingEvent extends Event {

    RoutingMode mode();

    /** Share of the keys on new, 0 … 1. */
    double newShare();

    /** A routing for a person: the mode, in a split with its share. */
    static String describe(RoutingMode mode, double newShare) {
        return mode == RoutingMode.SPLIT ? "split %.0f %%".formatted(newShare * 100) : mode.text();
    }

    @Line(kind = "routing", state = "requested", says = "recorded before the first step of the change")
    record Requested(RoutingMode mode, double newShare, boolean rollback) implements RoutingEvent {}

    /**
     * The last step of the change has returned.
     *
     * @param epoch null if no step kept one: not known, which is not 0
     * @param moves empty if no step kept a list of them
     * @param moved how many buckets moved; null if no step kept their number or a list: not known, which is not 0
     */
    @Line(
            kind = "routing",
            state = "effective",
            says = "the change was declared complete; `epoch` and `moves` if the plan's steps keep them; "
                    + "of a move: bucket, from, to, epoch, holdMs, attempts, …; "
                    + "`moved` is how many, as the list or its number that was kept under `moves` says")
    record Effective(
            RoutingMode mode,
            double newShare,
            @Nullable Long epoch,
            double tookMs,
            boolean rollback,
            List<Move> moves,
            @Nullable Long moved)
            implements RoutingEvent {
        public Effective {
            moves = List.copyOf(Objects.requireNonNullElse(moves, List.of()));
            moved = moved == null && !moves.isEmpty() ? Long.valueOf(moves.size()) : moved;
        }

        /** One whose moves say how many they are; none: nobody said. */
        public Effective(
                RoutingMode mode,
                double newShare,
                @Nullable Long epoch,
                double tookMs,
                boolean rollback,
                List<Move> moves) {
            this(mode, newShare, epoch, tookMs, rollback, moves, null);
        }
    }

    @Line(
            kind = "routing",
            state = "refused",
            says = "a step of the change failed, or not all were done in time; `detail` names it")
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
