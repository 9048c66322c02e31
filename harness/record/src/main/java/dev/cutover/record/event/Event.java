package dev.cutover.record.event;

import java.time.Instant;
import java.util.Map;

/**
 * One line of {@code events.jsonl}.
 *
 * @param ns {@link System#nanoTime()} of the machine's monotonic clock, shared by all processes of a run
 * @param at the same instant on the wall clock
 * @param kind what happened: {@code run phase routing fault step process observation sentinel gate sample}
 * @param fields details by kind; see docs/run-directory.md
 */
public record Event(long ns, Instant at, String kind, Map<String, Object> fields) {
    public Event {
        fields = Map.copyOf(fields);
    }

    /** True if the event is of this kind and its field {@code state} has this value. */
    public boolean is(String wantedKind, String state) {
        return kind.equals(wantedKind) && text("state").equals(state);
    }

    /** A field as text; empty if there is none. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    /** A field as a number; NaN if there is none or it is something else. */
    public double number(String field) {
        return fields.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** True only if the field is there and true. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }
}
