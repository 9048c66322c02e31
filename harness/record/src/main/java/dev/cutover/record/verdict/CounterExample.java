package dev.cutover.record.verdict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One case that proves a violation.
 *
 * @param summary one sentence for a person
 * @param details facts by name: operation, key, times, positions
 */
public record CounterExample(String summary, Map<String, Object> details) {
    public CounterExample {
        // Sorted: a report must not depend on the order in which a map happens to give its entries.
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
