package dev.cutover.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes requested markers into the log of their source. */
final class MarkerRequests implements Loop.Round {
    private static final Logger LOG = LoggerFactory.getLogger(MarkerRequests.class);
    private static final TopicPartition TOPIC = new TopicPartition("sync.marker-requests", 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Function<Side, Database> databases;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> pending = new ArrayDeque<>();

    MarkerRequests(Function<Side, Database> databases, KafkaLink kafka) {
        this.databases = databases;
        this.consumer = kafka.consumer();
        consumer.assign(List.of(TOPIC));
    }

    @Override
    public void run() throws Exception {
        Map<Side, Connection> connections = new EnumMap<>(Side.class);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (pending.isEmpty()) {
                    consumer.poll(POLL).forEach(pending::add);
                }
                if (!pending.isEmpty()) {
                    emit(connections, pending.getFirst());
                    done(pending.removeFirst());
                }
            }
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    private void emit(Map<Side, Connection> connections, ConsumerRecord<byte[], byte[]> request) throws Exception {
        Direction direction;
        String id;
        try {
            JsonNode node = Wire.tree(request.value());
            id = node.path("id").asText();
            direction = Direction.of(node.path("direction").asText());
        } catch (RuntimeException e) {
            LOG.warn("marker request at offset {} ignored: {}", request.offset(), e.getMessage());
            return;
        }
        Connection connection = connections.get(direction.source());
        if (connection == null) {
            connection = databases.apply(direction.source()).connect("cutover_sync_markers");
            connections.put(direction.source(), connection);
        }
        Database.query(connection, "select pg_logical_emit_message(true, 'cutover-marker', ?)", id);
    }

    private void done(ConsumerRecord<byte[], byte[]> request) {
        consumer.commitAsync(Map.of(TOPIC, new OffsetAndMetadata(request.offset() + 1)), (offsets, error) -> {});
    }
}
