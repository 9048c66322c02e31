package dev.cutover.sync;

import java.util.List;

/** What travels in a partition of a direction's topic. */
public sealed interface Message {

    /** When its transaction was committed at the source, in milliseconds since 1970. */
    long committedAt();

    /** A committed transaction of one household: the operation that led to the version, and the rows it changed. */
    record Change(long household, long version, long operation, long committedAt, List<RowChange> rows)
            implements Message {
        public Change {
            rows = List.copyOf(rows);
        }
    }

    /** A sentinel: what was committed before it lies before it in every partition. */
    record Marker(String id, long committedAt) implements Message {}

    /** Captured, but not a business transaction: carried along to become a dead letter in its place. */
    record Unreadable(long household, long committedAt, String reason) implements Message {}
}
