package dev.cutover.sync.stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;

/** What travels in a partition of a direction's topic, as JSON that bears the kind of message in {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Change.class, name = "change"),
    @JsonSubTypes.Type(value = Message.Marker.class, name = "marker"),
    @JsonSubTypes.Type(value = Message.Unreadable.class, name = "unreadable")
})
public sealed interface Message {

    /** When its transaction was committed at the source, in milliseconds since 1970. */
    long committedAt();

    /**
     * A committed transaction of one household: the operation that led to the version, and the rows it changed. The
     * operation is a text in JSON: not every reader's numbers have 64 bits.
     */
    record Change(
            long household,
            long version,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long operation,
            long committedAt,
            List<RowChange> rows)
            implements Message {
        public Change {
            rows = List.copyOf(rows);
        }
    }

    /** A sentinel: what was committed before it lies before it in every partition. */
    record Marker(String id, long committedAt) implements Message {
        public Marker {
            Objects.requireNonNull(id, "a marker needs an id");
        }
    }

    /** Captured, but not a business transaction: carried along to become a dead letter in its place. */
    record Unreadable(long household, long committedAt, String reason) implements Message {}
}
