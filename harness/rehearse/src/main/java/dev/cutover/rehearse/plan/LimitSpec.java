package dev.cutover.rehearse.plan;

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
        double operationsPerSecond, long acknowledgedPerPhase, Duration rollbackWithin, Duration startLag) {}
