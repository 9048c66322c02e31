package dev.cutover.newsystem.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How many requests took how long, by operation and status. */
final class RequestMeters {
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
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
    }
}
