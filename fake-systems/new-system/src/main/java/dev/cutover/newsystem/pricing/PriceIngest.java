package dev.cutover.newsystem.pricing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Ingest: reads the topic. It assigns itself all partitions, so a restart waits for nobody. */
final class PriceIngest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaConsumer<String, String> consumer;

    PriceIngest(String bootstrapServers) {
        Map<String, Object> config = Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrapServers),
                Map.entry("group.id", "new-system"),
                Map.entry("enable.auto.commit", false),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("reconnect.backoff.ms", 50),
                Map.entry("reconnect.backoff.max.ms", 500),
                Map.entry("socket.connection.setup.timeout.ms", 1_000),
                Map.entry("socket.connection.setup.timeout.max.ms", 1_000),
                Map.entry("request.timeout.ms", 2_000),
                Map.entry("default.api.timeout.ms", 2_000));
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    void assign() {
        List<TopicPartition> partitions = consumer.partitionsFor("prices", PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("expected a topic prices, found none");
        }
        consumer.assign(partitions);
    }

    ConsumerRecords<String, String> poll() {
        return consumer.poll(Duration.ofMillis(500));
    }

    void commit() {
        consumer.commitSync(PATIENCE);
    }

    /** Messages not read yet; NaN while unknown. */
    double lag() {
        return consumer.assignment().stream()
                .map(consumer::currentLag)
                .mapToDouble(lag -> lag.isPresent() ? lag.getAsLong() : Double.NaN)
                .sum();
    }

    void interrupt() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofMillis(300)));
    }
}
