package dev.cutover.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What arrives in the partitions of one direction; a partition's records leave it in order. */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long COMMIT_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Direction direction;
    private final Pace pace;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> pending = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long committedAt = System.nanoTime();

    Inbox(Direction direction, Pace pace, KafkaLink kafka) {
        this.direction = direction;
        this.pace = pace;
        this.consumer = kafka.consumer();
        consumer.assign(direction.partitions());
    }

    /** The next offset of a partition. */
    long position(int partition) {
        return consumer.position(new TopicPartition(direction.topic(), partition));
    }

    /** The records whose time has come, in order; waits a moment for the first. */
    List<ConsumerRecord<byte[], byte[]>> due() {
        if (pending.isEmpty()) {
            consumer.poll(POLL).forEach(pending::add);
        }
        commitNowAndThen();
        long first = pending.stream()
                .mapToLong(record -> pace.due(record.timestamp()))
                .min()
                .orElse(0);
        long wait = first - System.currentTimeMillis();
        if (wait > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
        }
        return dueAt(System.currentTimeMillis());
    }

    private List<ConsumerRecord<byte[], byte[]>> dueAt(long now) {
        List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        Set<Integer> waiting = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : pending) {
            if (!waiting.contains(record.partition()) && pace.due(record.timestamp()) <= now) {
                due.add(record);
            } else {
                waiting.add(record.partition());
            }
        }
        return due;
    }

    /** These are applied, and need not come again. */
    void done(List<ConsumerRecord<byte[], byte[]>> records) {
        pending.removeAll(new HashSet<>(records));
        for (ConsumerRecord<byte[], byte[]> record : records) {
            uncommitted.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
    }

    /** Rarely: what comes again after a crash is recognised by its version. */
    private void commitNowAndThen() {
        if (uncommitted.isEmpty() || System.nanoTime() - committedAt < COMMIT_EVERY_NS) {
            return;
        }
        consumer.commitAsync(Map.copyOf(uncommitted), (offsets, error) -> {
            if (error != null) {
                LOG.debug("{} not committed; the next ones will be", offsets, error);
            }
        });
        uncommitted.clear();
        committedAt = System.nanoTime();
    }

    /** Tells Kafka how far it came, if Kafka can be reached. */
    void leave() {
        try {
            consumer.commitSync(uncommitted, POLL);
        } catch (KafkaException e) {
            LOG.debug("{} not committed: they come again and are skipped", uncommitted, e);
        }
    }
}
