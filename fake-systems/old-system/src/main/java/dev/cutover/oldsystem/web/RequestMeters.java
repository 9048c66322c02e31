package dev.cutover.oldsystem.web;

import dev.cutover.oldsystem.shop.Rc;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How many requests took how long, by operation and outcome; few buckets, for each costs with every scrape. */
final class RequestMeters {
    private static final Duration[] BUCKETS = LongStream.of(5, 20, 50, 100, 250, 500, 1_000, 2_500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(String path, Rc rc) {}

    void took(String path, Rc rc, long nanos) {
        timers.computeIfAbsent(new Key(path, rc), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        String operation = key.path().substring(key.path().lastIndexOf('/') + 1);
        return Timer.builder("requests")
                .tags("operation", operation, "outcome", key.rc().name())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
