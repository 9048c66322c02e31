package dev.cutover.sync;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Which way a change travels. */
public enum Direction {
    OLD_TO_NEW("old-to-new", Side.OLD, Side.NEW),
    NEW_TO_OLD("new-to-old", Side.NEW, Side.OLD);

    private final String text;
    private final Side source;
    private final Side target;

    Direction(String text, Side source, Side target) {
        this.text = text;
        this.source = source;
        this.target = target;
    }

    /** The name in topics, messages and metrics, for example {@code old-to-new}. */
    public String text() {
        return text;
    }

    public Side source() {
        return source;
    }

    public Side target() {
        return target;
    }

    public String topic() {
        return "sync." + text;
    }

    List<TopicPartition> partitions() {
        return IntStream.range(0, Setup.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic(), partition))
                .toList();
    }

    /** The replication origin of what is applied in this direction. */
    public String origin() {
        return "cutover_sync_" + text.replace('-', '_');
    }

    /** The direction of that name; refuses any other text. */
    public static Direction of(String text) {
        for (Direction direction : values()) {
            if (direction.text.equals(text)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("direction must be old-to-new or new-to-old, found '" + text + "'");
    }
}
