package dev.cutover.record.verdict;

import java.util.Map;

/**
 * One case that proves a violation.
 *
 * @param summary one sentence for a person
 * @param details facts by name: operation, key, times, positions
 */
public record CounterExample(String summary, Map<String, Object> details) {
    public CounterExample {
        details = Map.copyOf(details);
    }
}
