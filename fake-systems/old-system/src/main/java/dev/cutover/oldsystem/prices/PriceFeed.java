package dev.cutover.oldsystem.prices;

import dev.cutover.oldsystem.Readiness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs ingest, transform, persist; at least once, and again and again while Kafka or the database cannot be reached. */
public final class PriceFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);
    private static final String PART = "kafka";
    private static final long BACK_OFF_MS = 200;

    private final Transform transform = new Transform();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("prices").unstarted(this::run);
    private final String kafka;
    private final Persist persist;
    private final Readiness readiness;
    private final Counter success;
    private final Counter failure;
    private volatile double lag = Double.NaN;
    private volatile @Nullable Ingest ingest;

    public PriceFeed(String kafka, Jdbi jdbi, Readiness readiness, MeterRegistry meters) {
        this.kafka = kafka;
        this.persist = new Persist(jdbi);
        this.readiness = readiness;
        success = Counter.builder("price_updates").tag("outcome", "success").register(meters);
        failure = Counter.builder("price_updates").tag("outcome", "failure").register(meters);
        Gauge.builder("kafka_consumer_lag_records", () -> lag).register(meters);
        readiness.down(PART, "not joined yet");
    }

    /** Starts its thread. */
    public void begin() {
        thread.start();
    }

    private void run() {
        while (pause(0)) {
            try (Ingest source = new Ingest(kafka)) {
                ingest = source;
                source.join();
                readiness.up(PART); // later cuts delay prices, but keep nobody from being served
                follow(source);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("prices: will try again: {}", e.toString());
                readiness.report(PART, e.toString());
                pause(BACK_OFF_MS);
            }
        }
    }

    private void follow(Ingest source) {
        while (pause(0)) {
            var taken = source.take();
            taken.forEach(this::apply);
            if (!taken.isEmpty()) {
                source.done();
            }
            lag = source.lag();
        }
    }

    private void apply(ConsumerRecord<String, String> message) {
        PriceUpdate update;
        try {
            update = transform.transform(message.value());
        } catch (IllegalArgumentException e) {
            failure.increment();
            LOG.warn(
                    "prices: skipped what nobody can read, partition {} offset {}: {}",
                    message.partition(),
                    message.offset(),
                    e.getMessage());
            return;
        }
        try {
            persist.persist(update);
            success.increment();
        } catch (RuntimeException e) {
            failure.increment();
            throw e; // nothing is committed: the consumer starts again from the last commit
        }
    }

    /** Waits, and tells whether to go on. */
    private boolean pause(long millis) {
        try {
            return !stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Ingest source = ingest;
        if (source != null) {
            source.wakeUp();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
