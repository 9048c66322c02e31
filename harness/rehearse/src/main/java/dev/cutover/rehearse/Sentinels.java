package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.rehearse.plan.SentinelSpec;
import dev.cutover.rehearse.plan.SentinelSpec.Seen;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends sentinels into every stream and waits until they come out: streams keep order, so everything before them came out too. */
final class Sentinels {

    private final Environment environment;
    private final Databases databases;
    private final EventLog events;

    Sentinels(Environment environment, EventLog events) {
        this.environment = environment;
        this.databases = new Databases(environment);
        this.events = events;
    }

    /** True if every sentinel crossed within the limit; each is recorded either way. */
    boolean cross(List<SentinelSpec> sentinels, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        boolean all = true;
        for (SentinelSpec sentinel : sentinels) {
            long begin = System.nanoTime();
            boolean crossed = crossed(sentinel, deadline);
            events.record(new SentinelEvent(sentinel.stream(), crossed, (System.nanoTime() - begin) / 1_000_000.0));
            all &= crossed;
        }
        return all;
    }

    private boolean crossed(SentinelSpec sentinel, long deadline) {
        String id = "sentinel-" + UUID.randomUUID();
        try {
            send(sentinel.send(), id);
        } catch (SQLException | ExecutionException e) {
            throw new RehearsalException(
                    "cannot send the sentinel of stream %s: %s".formatted(sentinel.stream(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return Await.until(left, () -> sentinel.seen().stream().allMatch(seen -> arrived(seen, id)));
    }

    private void send(Send send, String id) throws SQLException, ExecutionException, InterruptedException {
        switch (send) {
            case Send.Sql sql -> {
                try (Connection connection = databases.connect(sql.component(), sql.database());
                        var statement = connection.prepareStatement(sql.statement())) {
                    statement.setString(1, id);
                    statement.execute();
                }
            }
            case Send.Kafka kafka -> publish(kafka, id);
        }
    }

    private void publish(Send.Kafka kafka, String id) throws ExecutionException, InterruptedException {
        var settings = new Properties();
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.direct(kafka.component(), "kafka").toString());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            int partitions = producer.partitionsFor(kafka.topic()).size();
            for (int partition = 0; partition < partitions; partition++) {
                String key = id + "-" + partition;
                producer.send(new ProducerRecord<>(
                                kafka.topic(), partition, key, kafka.value().formatted(key)))
                        .get();
            }
        }
    }

    private boolean arrived(Seen seen, String id) {
        try (Connection connection = databases.connect(seen.component(), seen.database());
                var statement = connection.prepareStatement(seen.sql())) {
            statement.setString(1, id);
            var rows = statement.executeQuery();
            return rows.next() && rows.getInt(1) >= seen.count();
        } catch (SQLException e) {
            return false; // looked at again until the limit
        }
    }
}
