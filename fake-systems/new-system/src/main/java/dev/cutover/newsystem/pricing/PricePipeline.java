package dev.cutover.newsystem.pricing;

import dev.cutover.newsystem.Health;
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

/** Ingest, transform, persist, in a thread of its own; after trouble it starts over from the last commit. */
public final class PricePipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PricePipeline.class);
    private static final long RETRY_MS = 200;

    private final String kafka;
    private final PriceTransform transform = new PriceTransform();
    private final PricePersist persist;
    private final Health health;
    private final Counter applied;
    private final Counter failed;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("price-pipeline").unstarted(this::run);
    private volatile @Nullable PriceIngest current;
    private volatile double lag = Double.NaN;

    public PricePipeline(String kafka, Jdbi jdbi, Health health, MeterRegistry meters) {
        this.kafka = kafka;
        this.persist = new PricePersist(jdbi);
        this.health = health;
        applied = meters.counter("price.updates", "outcome", "success");
        failed = meters.counter("price.updates", "outcome", "failure");
        Gauge.builder("kafka.consumer.lag.records", () -> lag).register(meters);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!ended(0)) {
            try (PriceIngest ingest = new PriceIngest(kafka)) {
                current = ingest;
                ingest.assign();
                health.kafkaReached();
                pump(ingest);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("price pipeline starts over: {}", e.toString());
                health.kafkaTrouble(e.toString());
                ended(RETRY_MS);
            }
        }
    }

    private void pump(PriceIngest ingest) {
        while (!ended(0)) {
            var messages = ingest.poll();
            messages.forEach(this::handle);
            if (!messages.isEmpty()) {
                ingest.commit(); // only now: at least once
            }
            lag = ingest.lag();
        }
    }

    private void handle(ConsumerRecord<String, String> message) {
        NewPrice price;
        try {
            price = transform.transform(message.value());
        } catch (IllegalArgumentException e) {
            failed.increment();
            LOG.warn("skipped partition {} offset {}: {}", message.partition(), message.offset(), e.getMessage());
            return;
        }
        try {
            persist.persist(price);
        } catch (RuntimeException e) {
            failed.increment();
            throw e;
        }
        applied.increment();
    }

    private boolean ended(long withinMillis) {
        try {
            return end.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        PriceIngest ingest = current;
        if (ingest != null) {
            ingest.interrupt();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
