package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;

/** Proves that a stream is drained: what is sent after the last operation comes out at the far end, in every partition. */
public record SentinelSpec(String stream, Send send, List<Seen> seen) {
    public SentinelSpec {
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

        /** Runs a statement whose one parameter is the sentinel's id. */
        record Sql(
                String component,
                String database,
                @JsonProperty("sql") String statement) implements Send {}

        /** Puts a record into every partition; {@code %s} in the value stands for its id. */
        record Kafka(String component, String topic, String value) implements Send {}
    }

    /** Where it must come out: a query with the id as its one parameter that must reach a count. */
    public record Seen(String component, String database, String sql, int count) {
        public Seen {
            if (count < 1) {
                throw WrongValue.at("must be 1 or more but is " + count, "count");
            }
        }
    }
}
