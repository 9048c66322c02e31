package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads from the broker itself how far every topic goes, and the dead letters. */
record TopicObserver(Environment environment) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEAD_LETTERS = "sync.dead-letters";

    void observe(Path observed) throws IOException {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<String> lines = new ArrayList<>();
            for (String topic : new TreeMap<>(consumer.listTopics()).keySet()) {
                for (TopicPartition partition : partitions(consumer, topic)) {
                    lines.add(JSON.writeValueAsString(Map.of(
                            "topic", topic,
                            "partition", partition.partition(),
                            "begin",
                                    consumer.beginningOffsets(List.of(partition))
                                            .get(partition),
                            "end", end(consumer, partition))));
                }
            }
            Files.write(observed.resolve("topics.jsonl"), lines);
            Files.write(observed.resolve("dead-letters.jsonl"), deadLetters(consumer));
        }
    }

    private static List<String> deadLetters(KafkaConsumer<String, String> consumer) {
        List<String> letters = new ArrayList<>();
        List<TopicPartition> partitions = partitions(consumer, DEAD_LETTERS);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        for (TopicPartition partition : partitions) {
            long end = end(consumer, partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofSeconds(1))) {
                    letters.add(letter.value().replace("\n", " "));
                }
            }
        }
        return letters;
    }

    private static long end(KafkaConsumer<String, String> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        var settings = new Properties();
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.direct("kafka", "kafka").toString());
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
