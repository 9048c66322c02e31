package dev.cutover.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies one direction; offsets are committed after the target's commit and after the replies. */
final class Worker implements Loop.Round {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final Direction direction;
    private final Database target;
    private final DirectionApplying applying;
    private final Inbox inbox;
    private final Progress progress;
    private final Producer<byte[], byte[]> producer;

    Worker(
            Direction direction,
            Database target,
            Applying applying,
            Inbox inbox,
            Progress progress,
            Producer<byte[], byte[]> producer) {
        this.direction = direction;
        this.target = target;
        this.applying = new DirectionApplying(direction, applying);
        this.inbox = inbox;
        this.progress = progress;
        this.producer = producer;
    }

    /** Works over one connection to the target until something fails. */
    @Override
    public void run() throws Exception {
        try (Connection connection = target.connectAs(direction.origin())) {
            connection.setAutoCommit(false);
            begin();
            long checked = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                List<ConsumerRecord<byte[], byte[]>> due = inbox.due();
                if (!due.isEmpty()) {
                    work(connection, due);
                } else if (System.nanoTime() - checked > CHECK.toNanos()) {
                    Database.query(connection, "select 1");
                    connection.commit();
                    checked = System.nanoTime();
                }
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            inbox.leave();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin() {
        for (int partition = 0; partition < Setup.PARTITIONS; partition++) {
            if (progress.position(partition) == Progress.UNKNOWN) {
                progress.reached(partition, inbox.position(partition));
            }
        }
    }

    private void work(Connection connection, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        try {
            finish(
                    applying.apply(
                            connection, records.stream().map(Worker::placed).toList()),
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
            DirectionApplying.Result result;
            try {
                result = applying.apply(connection, List.of(placed(record)));
            } catch (SQLException e) {
                if (!refusal(e)) {
                    throw e;
                }
                result = applying.refuse(connection, placed(record), String.valueOf(e.getMessage()));
            }
            finish(result, List.of(record));
        }
    }

    private void finish(DirectionApplying.Result result, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        result.counted().forEach(one -> progress.count(one.outcome(), one.committedAt()));
        reply(result.replies());
        inbox.done(records);
        records.forEach(record -> progress.reached(record.partition(), record.offset() + 1));
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

    private static Placed placed(ConsumerRecord<byte[], byte[]> record) {
        return new Placed(record.partition(), message(record));
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
