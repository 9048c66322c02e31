package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Proves that a stream is drained: what is sent after the last operation comes out at the far end, in every partition.
 *
 * @param stream what the stream is called in reports, such as {@code new-to-old}
 * @param within its own limit; without one, all such sentinels together have {@code control.within}
 * @param send how it is put into the stream after the last operation
 * @param seen where it must come out: one place or more, all of them
 */
public record SentinelSpec(String stream, Optional<Duration> within, Send send, List<Seen> seen) {

    /** What stands for its id, a text. */
    public static final String TEXT = "sentinel";

    /** What stands for its number. */
    public static final String NUMBER = "sentinel number";

    public SentinelSpec {
        within.filter(limit -> !limit.isPositive()).ifPresent(limit -> {
            throw WrongValue.at("must be longer than nothing", "within");
        });
        seen = List.copyOf(seen);
        if (seen.isEmpty()) {
            throw WrongValue.at("must say one place or more where the sentinel comes out", "seen");
        }
    }

    /** How a sentinel is sent. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Send.Sql.class), @JsonSubTypes.Type(Send.Kafka.class)})
    public sealed interface Send {

        String component();

        /**
         * Runs a statement, in which {@code ${sentinel}} or {@code ${sentinel number}} stands for the sentinel.
         *
         * @param component the database component
         * @param database the database in it
         * @param statement the statement; {@code ${sentinel}}, a UUID, or {@code ${sentinel number}} stands for the sentinel
         */
        record Sql(
                String component,
                String database,
                @JsonProperty("sql") String statement) implements Send {}

        /**
         * Puts a record into every partition; in the value, {@code ${sentinel}} is followed by the partition's number.
         *
         * @param component the broker
         * @param topic the topic; every partition gets one
         * @param value the record's value; {@code ${sentinel}} in it is followed by the partition's number
         */
        record Kafka(String component, String topic, String value) implements Send {}
    }

    /**
     * Where it must come out: a query about it that must reach a count.
     *
     * @param component the database component
     * @param database the database in it
     * @param sql a query about the sentinel that gives a count
     * @param count what the count must reach
     */
    public record Seen(String component, String database, String sql, int count) {
        public Seen {
            if (count < 1) {
                throw WrongValue.at("must be 1 or more but is " + count, "count");
            }
        }
    }
}
