package dev.cutover.sync.stream;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What arrives in the partitions of one direction; a partition's messages leave it in order. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long COMMIT_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Direction direction;
    private final Pace pace;
    private final Arrival arrival;
    private final CrashPoints crash;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Received> pending = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long committedAt = System.nanoTime();

    public Inbox(Direction direction, Pace pace, Arrival arrival, KafkaClients kafka, CrashPoints crash) {
        this.direction = direction;
        this.pace = pace;
        this.arrival = arrival;
        this.crash = crash;
        this.consumer = kafka.consumer();
        consumer.assign(direction.partitions());
    }

    /** The next offset of a partition. */
    public long position(int partition) {
        return consumer.position(new TopicPartition(direction.topic(), partition));
    }

    /** The messages whose time has come, in order; waits a moment for the first. */
    public List<Received> due() {
        if (pending.isEmpty()) {
            consumer.poll(POLL).forEach(record -> pending.add(Received.of(record)));
        }
        commitNowAndThen();
        if (!pending.isEmpty()) {
            arrival.arrived(consumer::commitSync);
        }
        long first = pending.stream()
                .mapToLong(received -> pace.due(received.publishedAt()))
                .min()
                .orElse(0);
        long wait = first - System.currentTimeMillis();
        if (wait > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
        }
        return dueAt(System.currentTimeMillis());
    }

    private List<Received> dueAt(long now) {
        List<Received> due = new ArrayList<>();
        Set<Integer> waiting = new HashSet<>();
        for (Received received : pending) {
            if (!waiting.contains(received.partition()) && pace.due(received.publishedAt()) <= now) {
                due.add(received);
            } else {
                waiting.add(received.partition());
            }
        }
        return due;
    }

    /** These are applied, and need not come again. */
    public void done(List<Received> applied) {
        // By identity: comparing would look at every column of every row.
        Set<Received> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(applied);
        pending.removeIf(gone::contains);
        for (Received received : applied) {
            uncommitted.put(
                    new TopicPartition(direction.topic(), received.partition()),
                    new OffsetAndMetadata(received.offset() + 1));
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
            } else {
                crash.pass(Point.OFFSETS_TOLD);
            }
        });
        uncommitted.clear();
        committedAt = System.nanoTime();
    }

    /** Tells Kafka how far it came, if Kafka can be reached. */
    public void leave() {
        try {
            consumer.commitSync(uncommitted, POLL);
        } catch (KafkaException e) {
            LOG.debug("{} not committed: they come again and are skipped", uncommitted, e);
        }
    }
}
