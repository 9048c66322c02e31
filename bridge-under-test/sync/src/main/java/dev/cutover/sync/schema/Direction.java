package dev.cutover.sync.schema;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Which way a change travels. */
public enum Direction {
    OLD_TO_NEW("old-to-new", Schema.OLD, Schema.NEW),
    NEW_TO_OLD("new-to-old", Schema.NEW, Schema.OLD);

    /** Each household's changes lie in one of these partitions of the topic. */
    public static final int PARTITIONS = 4;

    private final String text;
    private final Schema source;
    private final Schema target;

    Direction(String text, Schema source, Schema target) {
        this.text = text;
        this.source = source;
        this.target = target;
    }

    /** The name in topics, messages and metrics, for example {@code old-to-new}. */
    @JsonValue
    public String text() {
        return text;
    }

    public Schema source() {
        return source;
    }

    public Schema target() {
        return target;
    }

    public String topic() {
        return "sync." + text;
    }

    public List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic(), partition))
                .toList();
    }

    /** The replication origin of what is applied in this direction. */
    public String origin() {
        return "cutover_sync_" + text.replace('-', '_');
    }
}
