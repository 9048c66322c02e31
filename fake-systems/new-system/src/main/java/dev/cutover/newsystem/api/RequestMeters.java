package dev.cutover.newsystem.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How many requests took how long, by operation and status. */
final class RequestMeters {
    // few: every scrape carries them all
    private static final Duration[] BOUNDS = LongStream.of(5, 20, 50, 100, 250, 500, 1_000, 2_500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void took(String operation, int status, long nanos) {
        timers.computeIfAbsent(operation + ' ' + status, key -> timer(operation, status))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("http.server.requests")
                .tags("operation", operation, "outcome", Integer.toString(status))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
