package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The Kafka broker of an environment, at its own address.
 *
 * @param component the first one's component, if there is any
 * @param deadLettersAt on which broker and topic changes lie that could not be applied, if anywhere
 */
public record KafkaBroker(Environment environment, Optional<String> component, Optional<Plan.DeadLetters> deadLettersAt)
        implements Broker {

    private static final String PORT = "kafka";

    @Override
    public boolean present() {
        return component.isPresent();
    }

    @Override
    public void send(Send.Kafka record, Sentinel sentinel) throws ExecutionException, InterruptedException {
        var settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address(record.component()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            int partitions = producer.partitionsFor(record.topic()).size();
            for (int partition = 0; partition < partitions; partition++) {
                Sentinel one = sentinel.in(partition);
                producer.send(new ProducerRecord<>(record.topic(), partition, one.text(), one.named(record.value())))
                        .get();
            }
        }
    }

    @Override
    public List<End> ends() {
        try (KafkaConsumer<String, String> consumer = consumer(component.orElseThrow())) {
            List<End> ends = new ArrayList<>();
            for (String topic : new TreeMap<>(consumer.listTopics()).keySet()) {
                List<TopicPartition> partitions = partitions(consumer, topic);
                var begin = consumer.beginningOffsets(partitions);
                var end = consumer.endOffsets(partitions);
                partitions.forEach(partition -> ends.add(new End(
                        topic,
                        partition.partition(),
                        begin.getOrDefault(partition, 0L),
                        end.getOrDefault(partition, 0L))));
            }
            return ends;
        }
    }

    @Override
    public List<String> deadLetters() {
        Plan.DeadLetters at = deadLettersAt.orElseThrow();
        try (KafkaConsumer<String, String> consumer = consumer(at.component())) {
            List<String> letters = new ArrayList<>();
            List<TopicPartition> partitions = partitions(consumer, at.topic());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                while (consumer.position(partition) < ends.getOrDefault(partition, 0L)) {
                    for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofSeconds(1))) {
                        letters.add(letter.value());
                    }
                }
            }
            return letters;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer(String broker) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(broker));
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private String address(String component) {
        return environment.direct(component, PORT).toString();
    }
}
