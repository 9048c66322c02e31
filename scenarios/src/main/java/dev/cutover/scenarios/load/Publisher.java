package dev.cutover.scenarios.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.record.dump.Texts;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.load.PublishSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes updates at a steady pace, and records each one before it is sent and once the broker has acknowledged it. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LAST_ACKS = Duration.ofSeconds(3);

    private final @Nullable Feed feed;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("publisher").daemon().factory());

    private Publisher(@Nullable Feed feed) {
        this.feed = feed;
    }

    /** One that does nothing if there is nothing to publish. */
    static Publisher of(InjectorSettings settings) throws IOException {
        InjectorSettings.Publishing to = settings.publishing();
        List<PublishSpec> publish = settings.load().publish();
        return new Publisher(
                to == null || publish.isEmpty() ? null : new Feed(publish.getFirst(), to, settings.seed()));
    }

    void start() {
        Feed started = feed;
        if (started != null) {
            long pace = started.spec.every().toNanos();
            var unused = clock.scheduleAtFixedRate(started::publish, pace, pace, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        if (feed != null) {
            feed.producer.close(LAST_ACKS);
            feed.record.close();
        }
    }

    /** Where it goes. */
    private static final class Feed {
        private final PublishSpec spec;
        private final Updates updates;
        private final Texts texts;
        private final KafkaProducer<String, String> producer;
        private final BufferedWriter record;

        Feed(PublishSpec spec, InjectorSettings.Publishing to, long seed) throws IOException {
            this.spec = spec;
            this.updates = new Updates(spec, Randomness.of(seed, "publish", 0));
            this.texts = to.texts();
            this.producer = new KafkaProducer<>(configuration(to.bootstrap()));
            Path file = to.record().toAbsolutePath();
            Files.createDirectories(file.getParent());
            this.record = Files.newBufferedWriter(file);
        }

        void publish() {
            Updates.Next next = updates.next();
            try {
                write(sent(next.sequence(), next.key(), texts.kept(next.key(), next.text())));
                var unused = producer.send(
                        new ProducerRecord<>(spec.topic(), next.key(), next.value()), (where, failure) -> {
                            if (failure == null) {
                                write(acknowledged(next.sequence()));
                            }
                        });
            } catch (RuntimeException e) {
                LOG.warn("update {} was not sent: {}", next.sequence(), e.getMessage());
            }
        }

        /** With the canonical text that the plan reads from both systems. */
        private static Map<String, @Nullable Object> sent(long sequence, String key, @Nullable String text) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("sequence", sequence);
            line.put("key", key);
            line.put("text", text);
            line.put("sentNs", System.nanoTime());
            return line;
        }

        private static Map<String, @Nullable Object> acknowledged(long sequence) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("sequence", sequence);
            line.put("acknowledgedNs", System.nanoTime());
            return line;
        }

        // On disk at once: what was sent and acknowledged must survive the end of this process.
        private void write(Map<String, @Nullable Object> line) {
            try {
                record.write(JSON.writeValueAsString(line) + "\n");
                record.flush();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a map of plain values is always writable", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Of a producer that gives up soon. */
    static Map<String, Object> configuration(String bootstrap) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }
}
