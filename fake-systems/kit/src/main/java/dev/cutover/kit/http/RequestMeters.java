package dev.cutover.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How many requests took how long, by operation and outcome. */
public final class RequestMeters {
    // few: each costs with every scrape
    private static final Duration[] BUCKETS = LongStream.of(5, 20, 50, 100, 250, 500, 1_000, 2_500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final String name;

    public RequestMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    private record Key(String operation, String outcome) {}

    /** A request was answered. */
    public void took(String operation, String outcome, long nanos) {
        timers.computeIfAbsent(new Key(operation, outcome), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder(name)
                .tags("operation", key.operation(), "outcome", key.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
