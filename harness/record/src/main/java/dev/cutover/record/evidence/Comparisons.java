package dev.cutover.record.evidence;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bridge's own account of the answers that it compared: eligible = compared + dropped, by reason.
 *
 * @param dropped how many could not be compared, by reason
 */
public record Comparisons(long eligible, long compared, long equal, long different, SortedMap<String, Long> dropped) {

    public Comparisons {
        dropped = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(dropped, Collections.emptySortedMap())));
    }

    /** Whether whatever is eligible was compared or dropped. */
    public boolean settled() {
        return eligible == compared + notCompared();
    }

    /** How many were not compared, for whatever reason. */
    public long notCompared() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
