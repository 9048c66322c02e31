package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run must reach to be judged, and what it must not exceed.
 *
 * @param operationsPerSecond fewer, and the load was not what was planned: INCONCLUSIVE; without it nine tenths of {@code load.operations-per-second}
 * @param acknowledgedPerPhase fewer acknowledged operations in a phase, and too little was examined: INCONCLUSIVE
 * @param rollbackWithin the longest that a rollback may take; without it {@code control.within}
 * @param startLag how late the injector may begin operations (p99) before it counts as the bottleneck: INCONCLUSIVE
 * @param refused the share of refusals, besides that of the baseline, that is planned, as where systems are closed while keys move
 */
public record LimitSpec(
        Optional<Double> operationsPerSecond,
        @JsonProperty(defaultValue = "100") long acknowledgedPerPhase,
        Optional<Duration> rollbackWithin,
        @JsonProperty(defaultValue = "500 ms") Duration startLag,
        @JsonProperty(defaultValue = "0") double refused) {

    /** If the plan says nothing. */
    public static final LimitSpec DEFAULT =
            new LimitSpec(Optional.empty(), 100, Optional.empty(), Duration.ofMillis(500), 0);

    private static final double SHARE = 0.9;

    public LimitSpec {
        if (operationsPerSecond.filter(rate -> rate <= 0).isPresent()) {
            throw WrongValue.at("must be above 0 but is " + operationsPerSecond.get(), "operations-per-second");
        }
        if (acknowledgedPerPhase < 1) {
            throw WrongValue.at("must be 1 or more but is " + acknowledgedPerPhase, "acknowledged-per-phase");
        }
        if (rollbackWithin.filter(time -> !time.isPositive()).isPresent()) {
            throw WrongValue.at("must be longer than nothing", "rollback-within");
        }
        if (!startLag.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "start-lag");
        }
        if (refused < 0 || refused > 1) {
            throw WrongValue.at("must lie between 0 and 1 but is " + refused, "refused");
        }
    }

    /** Fewer: the load was not what was planned. */
    public double operationsPerSecond(double planned) {
        return operationsPerSecond.orElse(SHARE * planned);
    }

    /** Longest time from asking for a rollback to its declared completion. */
    public Duration rollbackWithin(Duration change) {
        return rollbackWithin.orElse(change);
    }
}
