package dev.cutover.sync.lag;

import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Measures how far each direction is behind. What cannot be measured counts as growing: silence is not lag 0. */
public final class Lag {
    private static final long EVERY_MS = 500;
    private static final long NEAR_BYTES = 1 << 20;

    private final Function<Schema, Database> databases;
    private final Progress forwardProgress;
    private final Progress backProgress;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<Direction, Long> caughtUpAt = new EnumMap<>(Direction.class);
    private final Map<Direction, Boolean> capturing = new EnumMap<>(Direction.class);
    private final CountDownLatch never = new CountDownLatch(1);
    private final long startedAt = System.currentTimeMillis();

    public Lag(Function<Schema, Database> databases, KafkaClients kafka, MeterRegistry registry) {
        this.databases = databases;
        this.forwardProgress = new Progress(registry, Direction.OLD_TO_NEW);
        this.backProgress = new Progress(registry, Direction.NEW_TO_OLD);
        this.consumer = kafka.consumer();
        for (Direction direction : Direction.values()) {
            partitions.addAll(direction.partitions());
        }
        consumer.assign(partitions);
    }

    /** How far the applying of that direction came. */
    public Progress progress(Direction direction) {
        return switch (direction) {
            case OLD_TO_NEW -> forwardProgress;
            case NEW_TO_OLD -> backProgress;
        };
    }

    /** How far that direction is behind. */
    public synchronized Behind behind(Direction direction) {
        return new Behind(seconds(direction), records(direction));
    }

    /** Seconds since the target was known to have everything; near 0 while it has. */
    private double seconds(Direction direction) {
        long known = Math.max(
                caughtUpAt.getOrDefault(direction, startedAt),
                progress(direction).lastCommittedAt());
        double behind = Math.max(0, System.currentTimeMillis() - known) / 1e3;
        boolean current = capturing(direction) && records(direction) == 0 && behind < 4 * EVERY_MS / 1e3;
        return current ? 0 : behind;
    }

    /** Records in Kafka that are not applied. */
    private long records(Direction direction) {
        long records = 0;
        for (int partition = 0; partition < Direction.PARTITIONS; partition++) {
            long end = ends.getOrDefault(new TopicPartition(direction.topic(), partition), 0L);
            records += Math.max(0, end - Math.max(0, progress(direction).position(partition)));
        }
        return records;
    }

    /** Whether the source's log was being read at the last look. */
    public synchronized boolean capturing(Direction direction) {
        return capturing.getOrDefault(direction, false);
    }

    /** Measures over one connection to each database until something fails. */
    public void run() throws Exception {
        try (Connection old = databases.apply(Schema.OLD).connect("cutover_sync_lag");
                Connection fresh = databases.apply(Schema.NEW).connect("cutover_sync_lag")) {
            while (!Thread.currentThread().isInterrupted()) {
                long now = System.currentTimeMillis();
                boolean forward = reading(databases.apply(Schema.OLD), old);
                boolean back = reading(databases.apply(Schema.NEW), fresh);
                Map<TopicPartition, Long> offsets = consumer.endOffsets(partitions);
                note(Direction.OLD_TO_NEW, forward, offsets, now);
                note(Direction.NEW_TO_OLD, back, offsets, now);
                boolean unused = never.await(EVERY_MS, TimeUnit.MILLISECONDS);
            }
        } finally {
            for (Direction direction : Direction.values()) {
                note(direction, false, Map.of(), 0);
            }
        }
    }

    /** Whether the log of that database is being read, and nearly to its end. */
    private static boolean reading(Database database, Connection source) throws SQLException {
        String distance = Database.query(
                source,
                "select pg_wal_lsn_diff(pg_current_wal_lsn(), r.sent_lsn)::bigint from pg_replication_slots s"
                        + " join pg_stat_replication r on r.pid = s.active_pid where s.slot_name = ?",
                database.slot());
        return !distance.isEmpty() && Long.parseLong(distance) < NEAR_BYTES;
    }

    private synchronized void note(Direction direction, boolean reading, Map<TopicPartition, Long> offsets, long at) {
        capturing.put(direction, reading);
        ends.putAll(offsets);
        if (reading && records(direction) == 0) {
            caughtUpAt.put(direction, at);
        }
    }
}
