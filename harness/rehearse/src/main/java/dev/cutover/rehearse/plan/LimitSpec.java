package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run must reach to be judged, and what it must not exceed.
 *
 * @param operationsPerSecond fewer: the load was not what was planned; nine tenths of it if nothing is said
 * @param acknowledgedPerPhase fewer: not enough was examined
 * @param rollbackWithin longest time from asking for a rollback to its declared completion; as long as any change if nothing is said
 * @param startLag p99 by which the injector may be late before it counts as the bottleneck
 * @param refused the share of refusals, besides that of the baseline, that is planned: as where systems are closed while keys move
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
