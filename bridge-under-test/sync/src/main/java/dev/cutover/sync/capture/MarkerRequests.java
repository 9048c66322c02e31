package dev.cutover.sync.capture;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.JsonRecords;
import dev.cutover.sync.stream.KafkaClients;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes requested markers into the log of their source. */
public final class MarkerRequests {
    private static final Logger LOG = LoggerFactory.getLogger(MarkerRequests.class);
    private static final TopicPartition TOPIC = new TopicPartition("sync.marker-requests", 0);
    private static final Duration POLL = Duration.ofMillis(500);

    /** What is asked of the sync: a marker of this id, in the log of that direction's source. */
    record Request(String id, Direction direction) {
        Request {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(direction, "direction");
        }
    }

    private final Function<Schema, Database> databases;
    private final CrashPoints crash;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> pending = new ArrayDeque<>();

    public MarkerRequests(Function<Schema, Database> databases, KafkaClients kafka, CrashPoints crash) {
        this.databases = databases;
        this.crash = crash;
        this.consumer = kafka.consumer();
        consumer.assign(List.of(TOPIC));
    }

    /** Works over one connection to each database until something fails. */
    public void run() throws Exception {
        Map<Schema, Connection> connections = new EnumMap<>(Schema.class);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (pending.isEmpty()) {
                    consumer.poll(POLL).forEach(pending::add);
                }
                if (!pending.isEmpty()) {
                    crash.pass(Point.MARKER_REQUESTED);
                    emit(connections, pending.getFirst());
                    crash.pass(Point.MARKER_EMITTED);
                    done(pending.removeFirst());
                }
            }
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    private void emit(Map<Schema, Connection> connections, ConsumerRecord<byte[], byte[]> record) throws Exception {
        Request request;
        try {
            request = JsonRecords.read(record.value(), Request.class);
        } catch (RuntimeException e) {
            LOG.warn("marker request at offset {} ignored: {}", record.offset(), e.getMessage());
            return;
        }
        Schema source = request.direction().source();
        Connection connection = connections.get(source);
        if (connection == null) {
            connection = databases.apply(source).connect("cutover_sync_markers");
            connections.put(source, connection);
        }
        Database.query(connection, "select pg_logical_emit_message(true, 'cutover-marker', ?)", request.id());
    }

    private void done(ConsumerRecord<byte[], byte[]> request) {
        consumer.commitAsync(Map.of(TOPIC, new OffsetAndMetadata(request.offset() + 1)), (offsets, error) -> {});
    }
}
