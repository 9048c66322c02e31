package dev.cutover.rehearse.plan;

import java.util.List;

/** Proves that a stream is drained: what is sent after the last operation comes out at the far end, in every partition. */
public record SentinelSpec(String stream, Send send, List<Seen> seen) {
    public SentinelSpec {
        seen = List.copyOf(seen);
    }

    /** How a sentinel is sent. */
    public sealed interface Send {

        String component();

        /** Runs a statement whose one parameter is the sentinel's id. */
        record Sql(String component, String database, String statement) implements Send {}

        /** Puts a record into every partition; {@code %s} in the value stands for its id. */
        record Kafka(String component, String topic, String value) implements Send {}
    }

    /** Where it must come out: a query with the id as its one parameter that must reach a count. */
    public record Seen(String component, String database, String sql, int count) {}
}
