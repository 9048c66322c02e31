package dev.cutover.sync;

import static org.awaitility.Awaitility.await;

import dev.cutover.sync.stream.KafkaClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** A real Kafka broker in a process of its own, with the topics of the contract. */
final class TestKafka implements AutoCloseable {
    private final Process process;
    private final Path home;
    private final String address;
    private final Link link;

    TestKafka() throws IOException {
        home = Files.createTempDirectory("sync-test-kafka");
        int port = TestPostgres.freePort();
        int proxied = TestPostgres.freePort();
        link = new Link(proxied);
        address = "127.0.0.1:" + port;
        Path properties = home.resolve("server.properties");
        Files.writeString(properties, settings(port, proxied, TestPostgres.freePort()));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestBroker.class.getName(),
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            createTopics();
            return true;
        });
    }

    String address() {
        return address;
    }

    /** The way to the broker that the sync takes. */
    Link link() {
        return link;
    }

    /** All records of a partition. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        TopicPartition all = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaClients(address).consumer()) {
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
            while (consumer.position(all) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaClients(address).producer()) {
            producer.send(record).get();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        TestPostgres.delete(home);
    }

    private void createTopics() throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (String four : List.of("sync.old-to-new", "sync.new-to-old")) {
            topics.add(new NewTopic(four, 4, (short) 1));
        }
        for (String one : List.of("sync.dead-letters", "sync.marker-requests", "sync.markers")) {
            topics.add(new NewTopic(one, 1, (short) 1));
        }
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", address, "default.api.timeout.ms", 2000, "request.timeout.ms", 1000))) {
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                tolerant(created);
            }
        }
    }

    /** A slow broker may have created topics although its answer came too late. */
    private static void tolerant(KafkaFuture<Void> created) throws Exception {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private String settings(int port, int proxied, int controller) {
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=CLIENT://127.0.0.1:" + port + ",PROXIED://127.0.0.1:" + proxied + ",CONTROLLER://127.0.0.1:"
                        + controller,
                "advertised.listeners=CLIENT://127.0.0.1:" + port + ",PROXIED://127.0.0.1:" + link.port(),
                "listener.security.protocol.map=CLIENT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=CLIENT",
                "log.dirs=" + home.resolve("log"),
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "auto.create.topics.enable=false",
                "group.initial.rebalance.delay.ms=0");
    }
}
