package dev.cutover.harness.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * One line of {@code events.jsonl}.
 *
 * @param ns {@link System#nanoTime()} of the machine's monotonic clock, shared by all processes of a run
 * @param at the same instant on the wall clock
 * @param kind what happened: {@code run phase routing fault step observation sentinel gate}
 * @param fields details by kind; see docs/run-directory.md
 */
public record Event(long ns, Instant at, String kind, Map<String, Object> fields) {
    public Event {
        fields = Map.copyOf(fields);
    }
}
