package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;

/**
 * What a run must reach to be judged, and what it must not exceed.
 *
 * @param operationsPerSecond fewer: the load was not what was planned
 * @param acknowledgedPerPhase fewer: not enough was examined
 * @param rollbackWithin longest time from asking for a rollback to its declared completion
 * @param startLag p99 by which the injector may be late before it counts as the bottleneck
 */
public record LimitSpec(
        double operationsPerSecond, long acknowledgedPerPhase, Duration rollbackWithin, Duration startLag) {

    public LimitSpec {
        if (operationsPerSecond <= 0) {
            throw WrongValue.at("must be above 0 but is " + operationsPerSecond, "operations-per-second");
        }
        if (acknowledgedPerPhase < 1) {
            throw WrongValue.at("must be 1 or more but is " + acknowledgedPerPhase, "acknowledged-per-phase");
        }
        if (!rollbackWithin.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "rollback-within");
        }
        if (!startLag.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "start-lag");
        }
    }
}
