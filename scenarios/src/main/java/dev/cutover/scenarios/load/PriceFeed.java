package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.InjectorSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
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

/** Publishes price updates at a steady pace, and records each one before it is sent and once the broker has acknowledged it. */
public final class PriceFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);
    private static final String TOPIC = "prices";
    private static final int PRODUCTS = 50;
    private static final long PACE_MS = 200;
    private static final Duration LAST_ACKS = Duration.ofSeconds(3);

    private final InjectorSettings.@Nullable Updates target;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("prices").daemon().factory());
    private final SplittableRandom random;
    private long seq;
    private @Nullable KafkaProducer<String, String> producer;
    private @Nullable BufferedWriter record;

    private PriceFeed(InjectorSettings settings) {
        this.target = settings.updates();
        this.random = Randomness.of(settings.seed(), "prices", 0);
    }

    static PriceFeed of(InjectorSettings settings) {
        return new PriceFeed(settings);
    }

    /** Does nothing if there is nowhere to publish to. */
    void start() throws IOException {
        if (target == null) {
            return;
        }
        KafkaProducer<String, String> opened = new KafkaProducer<>(configuration(target.bootstrap()));
        BufferedWriter writer = open(target.record());
        producer = opened;
        record = writer;
        var unused = clock.scheduleAtFixedRate(() -> publish(opened, writer), PACE_MS, PACE_MS, TimeUnit.MILLISECONDS);
    }

    private static BufferedWriter open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newBufferedWriter(file);
    }

    private static Map<String, Object> configuration(String bootstrap) {
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

    private void publish(KafkaProducer<String, String> to, BufferedWriter record) {
        Update update = new Update("S" + (1 + random.nextInt(PRODUCTS)), ++seq, 100 + random.nextInt(9_900));
        try {
            write(record, update.sent());
            var unused = to.send(new ProducerRecord<>(TOPIC, update.sku(), update.json()), (where, failure) -> {
                if (failure == null) {
                    write(record, update.acknowledged());
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("price update {} was not sent: {}", update.seq(), e.getMessage());
        }
    }

    // On disk at once: what was sent and acknowledged must survive the end of this process.
    private static void write(BufferedWriter to, String line) {
        try {
            to.write(line + "\n");
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        if (producer != null) {
            producer.close(LAST_ACKS);
        }
        if (record != null) {
            record.close();
        }
    }

    private record Update(String sku, long seq, int cents) {
        String json() {
            return "{\"sku\":\"%s\",\"cents\":%d,\"seq\":%d}".formatted(sku, cents, seq);
        }

        /** With the canonical text that the plan reads from both systems. */
        String sent() {
            return "{\"sequence\":%d,\"key\":\"%s\",\"text\":\"%d at %d\",\"sentNs\":%d}"
                    .formatted(seq, sku, cents, seq, System.nanoTime());
        }

        String acknowledged() {
            return "{\"sequence\":%d,\"acknowledgedNs\":%d}".formatted(seq, System.nanoTime());
        }
    }
}
