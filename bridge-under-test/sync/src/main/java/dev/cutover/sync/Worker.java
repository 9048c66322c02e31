package dev.cutover.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies one partition of one direction; the offset is committed after the target's commit and after the replies. */
final class Worker implements Loop.Round {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final Direction direction;
    private final int partition;
    private final Database target;
    private final Pace pace;
    private final PartitionApplying applying;
    private final Progress progress;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition source;
    private final Deque<ConsumerRecord<byte[], byte[]>> pending = new ArrayDeque<>();

    Worker(
            Direction direction,
            int partition,
            Database target,
            Applying applying,
            Pace pace,
            Progress progress,
            KafkaLink kafka,
            Producer<byte[], byte[]> producer) {
        this.direction = direction;
        this.partition = partition;
        this.target = target;
        this.pace = pace;
        this.applying = new PartitionApplying(direction, partition, applying);
        this.progress = progress;
        this.producer = producer;
        this.consumer = kafka.consumer();
        this.source = new TopicPartition(direction.topic(), partition);
        consumer.assign(List.of(source));
    }

    /** Works over one connection to the target until something fails. */
    @Override
    public void run() throws Exception {
        try (Connection connection = target.connectAs(direction.origin(partition))) {
            connection.setAutoCommit(false);
            if (progress.position(partition) == Progress.UNKNOWN) {
                progress.reached(partition, consumer.position(source));
            }
            long checked = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                fetch();
                List<ConsumerRecord<byte[], byte[]>> due = due();
                if (!due.isEmpty()) {
                    work(connection, due);
                } else if (System.nanoTime() - checked > CHECK.toNanos()) {
                    Database.query(connection, "select 1");
                    connection.commit();
                    checked = System.nanoTime();
                }
            }
        }
    }

    private void fetch() {
        if (pending.isEmpty()) {
            consumer.poll(POLL).forEach(pending::add);
        }
    }

    /** The records whose time has come; waits for the first. */
    private List<ConsumerRecord<byte[], byte[]>> due() {
        List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        if (pending.isEmpty()) {
            return due;
        }
        long wait = pace.due(pending.getFirst().timestamp()) - System.currentTimeMillis();
        if (wait > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
        }
        long now = System.currentTimeMillis();
        for (ConsumerRecord<byte[], byte[]> record : pending) {
            if (pace.due(record.timestamp()) > now) {
                break;
            }
            due.add(record);
        }
        return due;
    }

    private void work(Connection connection, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        try {
            finish(
                    applying.apply(
                            connection, records.stream().map(Worker::message).toList()),
                    records);
        } catch (SQLException e) {
            if (!refusal(e)) {
                throw e;
            }
            oneByOne(connection, records);
        }
    }

    /** Finds the one that the target refuses, so that the others do not suffer. */
    private void oneByOne(Connection connection, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            PartitionApplying.Result result;
            try {
                result = applying.apply(connection, List.of(message(record)));
            } catch (SQLException e) {
                if (!refusal(e)) {
                    throw e;
                }
                result = applying.refuse(connection, message(record), String.valueOf(e.getMessage()));
            }
            finish(result, List.of(record));
        }
    }

    private void finish(PartitionApplying.Result result, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        result.counted().forEach(one -> progress.count(one.outcome(), one.committedAt()));
        reply(result.replies());
        records.forEach(record -> pending.removeFirst());
        long next = records.getLast().offset() + 1;
        progress.reached(partition, next);
        consumer.commitAsync(Map.of(source, new OffsetAndMetadata(next)), (offsets, error) -> {
            if (error != null) {
                LOG.debug("offset {} not committed; the next one will be", next, error);
            }
        });
    }

    /** Replies until Kafka has them: a marker that nobody hears of stops a cutover. */
    private void reply(List<Reply> replies) throws InterruptedException {
        List<Reply> left = new ArrayList<>(replies);
        while (!left.isEmpty()) {
            try {
                List<Future<?>> answers = new ArrayList<>();
                left.forEach(reply -> answers.add(producer.send(new ProducerRecord<>(
                        reply.topic(), reply.key().getBytes(StandardCharsets.UTF_8), reply.value()))));
                for (Future<?> answer : answers) {
                    answer.get();
                }
                left.clear();
            } catch (ExecutionException | org.apache.kafka.common.KafkaException e) {
                LOG.warn("{} replies did not reach Kafka, sending them again: {}", left.size(), e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static Message message(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Wire.read(record.value());
        } catch (RuntimeException e) {
            return new Message.Unreadable(0, record.timestamp(), "offset " + record.offset() + ": " + e.getMessage());
        }
    }

    /** Values or constraints (SQLSTATE classes 21, 22, 23, 42) are refused every time; anything else passes. */
    private static boolean refusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.matches("(21|22|23|42).*");
    }
}
