package dev.cutover.record.evidence;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's own account of the answers that it compared: eligible = compared + dropped, by reason.
 *
 * @param dropped how many could not be compared, by reason
 * @param operations the same by operation; empty if the bridge does not say it
 */
public record Comparisons(
        long eligible,
        long compared,
        long equal,
        long different,
        SortedMap<String, Long> dropped,
        SortedMap<String, OfOperation> operations) {

    public Comparisons {
        dropped = copied(dropped);
        operations = copied(operations);
    }

    /** How many answers to one operation were to be compared, and were. */
    public record OfOperation(long eligible, long compared) {}

    private static <T> SortedMap<String, T> copied(@Nullable SortedMap<String, T> given) {
        return Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(given, Collections.emptySortedMap())));
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
