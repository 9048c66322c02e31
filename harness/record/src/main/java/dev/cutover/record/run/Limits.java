package dev.cutover.record.run;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run must reach to be judged, and what it must not exceed; times in milliseconds.
 *
 * @param operationsPerSecond fewer: the load was not what was planned
 * @param acknowledgedPerPhase fewer: not enough was examined
 * @param rollbackWithinMs longest time from asking for a rollback to its declared completion
 * @param startLagMs p99 by which the injector may be late before it counts as the bottleneck
 * @param refused the share of refusals, besides that of the baseline, that is planned: as where systems are closed while keys move
 * @param unknownAtMost by phase: how many operations of unknown outcome it may have
 */
public record Limits(
        double operationsPerSecond,
        long acknowledgedPerPhase,
        double rollbackWithinMs,
        double startLagMs,
        double refused,
        SortedMap<String, Long> unknownAtMost) {

    public Limits {
        unknownAtMost = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(unknownAtMost, Collections.emptySortedMap())));
        if (acknowledgedPerPhase < 1
                || rollbackWithinMs <= 0
                || startLagMs <= 0
                || operationsPerSecond < 0
                || refused < 0) {
            throw new IllegalArgumentException("limits must be positive, found " + acknowledgedPerPhase
                    + " acknowledged per phase, rollback within " + rollbackWithinMs + " ms, start lag " + startLagMs
                    + " ms, " + operationsPerSecond + " operations per second, "
                    + refused + " refused");
        }
    }
}
