package dev.cutover.oldsystem.prices;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** First step: takes price messages from every partition. One consumer, so no group has to be balanced. */
final class Ingest implements AutoCloseable {
    private static final String TOPIC = "prices";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Consumer<String, String> consumer;

    Ingest(String kafka) {
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer());
    }

    /** Finds the partitions; throws if Kafka cannot be reached or the topic is missing. */
    void join() {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, LIMIT).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("Kafka: expected the topic " + TOPIC + ", found none");
        }
        consumer.assign(partitions);
    }

    ConsumerRecords<String, String> take() {
        return consumer.poll(WAIT);
    }

    /** Call when everything taken is persisted: at least once. */
    void done() {
        consumer.commitSync(LIMIT);
    }

    /** How many messages wait; NaN if not known yet. */
    double lag() {
        double lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong here = consumer.currentLag(partition);
            lag += here.isPresent() ? here.getAsLong() : Double.NaN;
        }
        return lag;
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofMillis(300)));
    }

    private static Map<String, Object> settings(String kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "old-system");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("socket.connection.setup.timeout.ms", 1_000);
        settings.put("socket.connection.setup.timeout.max.ms", 1_000);
        settings.put("request.timeout.ms", 2_000);
        settings.put("default.api.timeout.ms", 2_000);
        return settings;
    }
}
