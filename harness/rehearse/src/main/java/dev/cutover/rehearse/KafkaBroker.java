package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
    private static final Duration STUCK = Duration.ofSeconds(30);

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
        try (KafkaConsumer<String, byte[]> consumer = consumer(component.orElseThrow())) {
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
    public List<String> deadLetters() throws IOException {
        Plan.DeadLetters at = deadLettersAt.orElseThrow();
        List<String> letters = new ArrayList<>();
        read(at.component(), at.topic(), (partition, offset, letter) -> letters.add(letter.text()));
        return letters;
    }

    @Override
    public StreamLog.Extent read(String broker, String topic, Taker taker) throws IOException {
        try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
            List<StreamLog.Part> parts = new ArrayList<>();
            long records = 0;
            for (TopicPartition partition : partitions(consumer, topic)) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                records += read(consumer, partition, end, taker);
                // What has begun later by now may have been cut off while it was read.
                long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
                parts.add(new StreamLog.Part(
                        partition.partition(), begin, consumer.position(partition), highest(broker, partition)));
            }
            return new StreamLog.Extent(topic, cleanup(broker, topic), records, parts);
        }
    }

    private static long read(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long end, Taker taker)
            throws IOException {
        long records = 0;
        long progressed = System.nanoTime();
        while (consumer.position(partition) < end) {
            ConsumerRecords<String, byte[]> some = consumer.poll(Duration.ofSeconds(1));
            for (ConsumerRecord<String, byte[]> record : some) {
                Map<String, String> headers = new TreeMap<>();
                record.headers()
                        .forEach(header ->
                                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                taker.take(partition.partition(), record.offset(), Received.of(record.value(), headers));
                records++;
            }
            progressed = some.isEmpty() ? progressed : System.nanoTime();
            if (System.nanoTime() - progressed > STUCK.toNanos()) {
                throw new IOException(partition + " gives nothing more for " + STUCK.toSeconds() + " s, at "
                        + consumer.position(partition) + " of " + end);
            }
        }
        return records;
    }

    /** Where a partition ends for those, too, who read what was not committed. */
    private long highest(String broker, TopicPartition partition) throws IOException {
        return asked(
                broker,
                admin -> admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset());
    }

    private String cleanup(String broker, String topic) throws IOException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return asked(
                broker,
                admin -> Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                                .all()
                                .get()
                                .get(resource))
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                        .value());
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T asked(String broker, Question<T> question) throws IOException {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(broker));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        try (Admin admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while the broker was asked");
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer(String broker) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(broker));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private String address(String component) {
        return environment.direct(component, PORT).toString();
    }
}
