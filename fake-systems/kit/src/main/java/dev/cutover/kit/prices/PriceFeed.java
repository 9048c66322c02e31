package dev.cutover.kit.prices;

import dev.cutover.kit.health.Health;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs ingest, transform, persist; at least once, and again and again while Kafka or the database cannot be reached.
 *
 * @param <P> a price as the system keeps it
 */
public final class PriceFeed<P> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);
    private static final String PART = "kafka";
    private static final long BACK_OFF_MS = 200;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("prices").unstarted(this::run);
    private final Supplier<PriceTopic> topic;
    private final Steps<P> steps;
    private final Health health;
    private final Counter success;
    private final Counter failure;
    private volatile double lag = Double.NaN;
    private volatile @Nullable PriceTopic current;

    public PriceFeed(String kafka, String group, Steps<P> steps, Health health, MeterRegistry meters) {
        this.topic = () -> new PriceTopic(kafka, group);
        this.steps = steps;
        this.health = health;
        success = meters.counter("price_updates", "outcome", "success");
        failure = meters.counter("price_updates", "outcome", "failure");
        Gauge.builder("kafka_consumer_lag_records", () -> lag).register(meters);
        health.down(PART, "not reached yet");
    }

    /** What follows ingest. */
    public interface Steps<P> {
        /** Reads a message; throws an IllegalArgumentException if nobody can. */
        P transform(@Nullable String message);

        /** Keeps the price if it is newer than what is there; it may come twice, and late. */
        void persist(P price);
    }

    /** Starts its thread. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!stopped(0)) {
            try (PriceTopic prices = topic.get()) {
                current = prices;
                prices.join();
                health.up(PART); // later cuts delay prices, but keep nobody from being served
                follow(prices);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("prices: will try again: {}", e.toString());
                health.stillDown(PART, e.toString());
                stopped(BACK_OFF_MS);
            }
        }
    }

    private void follow(PriceTopic prices) {
        while (!stopped(0)) {
            var taken = prices.take();
            taken.forEach(this::apply);
            if (!taken.isEmpty()) {
                prices.commit();
            }
            lag = prices.lag();
        }
    }

    private void apply(ConsumerRecord<String, String> message) {
        P price;
        try {
            price = steps.transform(message.value());
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
            steps.persist(price);
            success.increment();
        } catch (RuntimeException e) {
            failure.increment();
            throw e; // nothing is committed: the consumer starts again from the last commit
        }
    }

    private boolean stopped(long withinMillis) {
        try {
            return stopped.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        PriceTopic prices = current;
        if (prices != null) {
            prices.wakeUp();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
