package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.record.event.RoutingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A stretch of a run with one routing.
 *
 * @param name what it is called in the report
 * @param bootstrap whether the existing data is copied in it, while clients write
 * @param route the routing to change to at its beginning; without it the last one stays
 * @param routeAfter how long after the phase's beginning the change is asked for
 * @param rollback whether the change is a rollback; what old holds is read and judged at the instant it is complete
 * @param hold how long the phase lasts once its routing is in force
 * @param limits what this phase must not exceed
 * @param canary a difference between the systems, planted in it, that the bridge must report
 * @param faults what is broken in it, and when
 */
public record PhaseSpec(
        String name,
        @JsonProperty(defaultValue = "false") boolean bootstrap,
        Optional<RouteSpec> route,
        @JsonProperty(defaultValue = "0 s") Duration routeAfter,
        @JsonProperty(defaultValue = "false") boolean rollback,
        Duration hold,
        Optional<PhaseLimits> limits,
        Optional<Canary> canary,
        List<FaultSpec> faults) {

    public PhaseSpec {
        List<FaultSpec> given = faults;
        faults = IntStream.range(0, given.size())
                .mapToObj(index -> given.get(index).withId(name + "-" + (index + 1)))
                .toList();
        if (!name.matches(Plan.NAME)) {
            throw WrongValue.at("must be letters, digits, '-', '_' and '.' but is '" + name + "'", "name");
        }
        if (rollback && route.isEmpty()) {
            throw WrongValue.at("needs a 'route' to go back to, such as route: { mode: old }", "rollback");
        }
        if (canary.isPresent()
                && route.filter(to -> to.mode() == RoutingMode.DUAL).isEmpty()) {
            throw WrongValue.at(
                    "belongs to a phase with route: { mode: dual }, in which answers are compared", "canary");
        }
        if (route.isEmpty() && !routeAfter.isZero()) {
            throw WrongValue.at("needs a 'route' that comes after it", "route-after");
        }
    }

    /**
     * The phase with other faults.
     *
     * @param by the lists that change its routing; none: its own, or the plan's
     * @param before the change is asked for so long after the beginning
     * @param held the phase is held so long, or longer
     */
    public PhaseSpec with(List<FaultSpec> others, List<String> by, Duration before, Duration held) {
        Optional<RouteSpec> way = by.isEmpty() ? route : route.map(to -> to.by(by));
        Duration after = route.isEmpty() ? Duration.ZERO : before;
        return new PhaseSpec(name, bootstrap, way, after, rollback, longer(hold, held), limits, canary, others);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The phase without its faults, held only for a moment. */
    PhaseSpec calm(Duration moment) {
        return new PhaseSpec(
                name, bootstrap, route, Duration.ZERO, rollback, moment, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * A difference between the systems that is planted where the load does not come, so that a comparison that sees nothing is seen. Asked for
     * in each way until the bridge's account of comparisons has one more that is different; it must have no others.
     *
     * @param at how long after the routing is in force
     * @param plant the lists of steps that plant it
     * @param ask the lists each of which makes the bridge compare it: one for each way in which it may be left out, such as a read of another kind or a large one
     * @param restore the lists that take it away
     */
    public record Canary(
            @JsonProperty(defaultValue = "0 s") Duration at,
            List<String> plant,
            List<String> ask,
            List<String> restore) {
        public Canary {
            plant = some(plant, "plant");
            ask = some(ask, "ask");
            restore = some(restore, "restore");
        }

        private static List<String> some(List<String> lists, String key) {
            if (lists.isEmpty()) {
                throw WrongValue.at("must name a list of 'control.steps'", key);
            }
            return List.copyOf(lists);
        }
    }

    /** How many operations of unknown outcome the phase may have. */
    public OptionalLong unknownAtMost() {
        return limits.map(limit -> OptionalLong.of(limit.unknown())).orElseGet(OptionalLong::empty);
    }

    /**
     * What one phase must not exceed; {@code unknown} counts operations of unknown outcome.
     *
     * @param unknown how many operations of unknown outcome it may have
     */
    public record PhaseLimits(long unknown) {
        public PhaseLimits {
            if (unknown < 0) {
                throw WrongValue.at("must be 0 or more but is " + unknown, "unknown");
            }
        }
    }

    /**
     * A routing; the share counts in {@code split}, elsewhere it follows from the mode.
     *
     * @param mode {@code old}: all on old; {@code dual}: old answers and new is compared; {@code split}: a share of the keys on new; {@code new}: all
     *     on new
     * @param newShare the share of keys on new in mode split, such as 0.1; elsewhere it follows from the mode
     * @param by the lists of {@code control.steps} that lead there; without it those of {@code control.route}
     */
    public record RouteSpec(
            RoutingMode mode,
            @JsonProperty(defaultValue = "0") double newShare,
            List<String> by) {

        /** As it is before anybody has changed it. */
        public static final RouteSpec OLD = new RouteSpec(RoutingMode.OLD, 0, List.of());

        public RouteSpec {
            by = List.copyOf(by);
            if (newShare < 0 || newShare > 1) {
                throw WrongValue.at("must lie between 0 and 1 but is " + newShare, "new-share");
            }
            switch (mode) {
                case SPLIT -> {
                    if (newShare == 0) {
                        throw WrongValue.at("split needs a 'new-share' above 0, such as 0.1", "mode");
                    }
                }
                case NEW -> newShare = newShare == 0 ? 1 : whole(newShare, 1);
                case OLD, DUAL -> whole(newShare, 0);
            }
        }

        RouteSpec by(List<String> lists) {
            return new RouteSpec(mode, newShare, lists);
        }

        private static double whole(double share, double expected) {
            if (share != expected) {
                throw WrongValue.at("belongs to mode split; leave it out or use that mode", "new-share");
            }
            return share;
        }
    }
}
