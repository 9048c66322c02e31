package dev.cutover.rehearse.plan;

import dev.cutover.record.event.RoutingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of a run with one routing.
 *
 * @param bootstrap whether the first load of existing data runs in it
 * @param route the routing to change to
 * @param routeAfter how long after the phase's begin the change is asked for
 * @param rollback whether the routing change is a rollback, judged at the instant it is declared complete
 * @param hold how long the phase lasts once its routing is in force
 * @param unknownAtMost how many operations of unknown outcome the phase may have
 */
public record PhaseSpec(
        String name,
        boolean bootstrap,
        Optional<RouteSpec> route,
        Duration routeAfter,
        boolean rollback,
        Duration hold,
        OptionalLong unknownAtMost,
        List<FaultSpec> faults) {
    public PhaseSpec {
        faults = List.copyOf(faults);
        if (rollback && route.isEmpty()) {
            throw new IllegalArgumentException("phase " + name + ": a rollback needs a route");
        }
    }

    /** The phase without its faults, held only for a moment. */
    PhaseSpec calm(Duration moment) {
        return new PhaseSpec(name, bootstrap, route, Duration.ZERO, rollback, moment, OptionalLong.empty(), List.of());
    }

    /** A routing: mode {@code old}, {@code dual}, {@code split} or {@code new}; the share counts in {@code split}. */
    public record RouteSpec(RoutingMode mode, double newShare) {
        public RouteSpec {
            if (newShare < 0 || newShare > 1) {
                throw new IllegalArgumentException("new-share must lie between 0 and 1, found " + newShare);
            }
        }
    }
}
