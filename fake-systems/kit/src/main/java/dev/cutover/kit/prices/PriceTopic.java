package dev.cutover.kit.prices;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Ingest: takes messages from every partition of the topic. One consumer, so no group has to be balanced. */
final class PriceTopic implements AutoCloseable {
    private static final String TOPIC = "prices";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Consumer<String, String> consumer;

    PriceTopic(String kafka, String group) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("bootstrap.servers", kafka),
                Map.entry("group.id", group),
                Map.entry("enable.auto.commit", false),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("reconnect.backoff.ms", 50),
                Map.entry("reconnect.backoff.max.ms", 500),
                Map.entry("socket.connection.setup.timeout.ms", 1_000),
                Map.entry("socket.connection.setup.timeout.max.ms", 1_000),
                Map.entry("request.timeout.ms", 2_000),
                Map.entry("default.api.timeout.ms", 2_000));
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** Finds the partitions; throws if Kafka cannot be reached or the topic is missing. */
    void join() {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, LIMIT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
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
    void commit() {
        consumer.commitSync(LIMIT);
    }

    /** How many messages wait; NaN if not known yet. */
    double lag() {
        return consumer.assignment().stream()
                .map(consumer::currentLag)
                .mapToDouble(lag -> lag.isPresent() ? lag.getAsLong() : Double.NaN)
                .sum();
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofMillis(300)));
    }
}
