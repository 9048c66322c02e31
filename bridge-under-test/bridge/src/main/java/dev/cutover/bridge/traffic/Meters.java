package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The data path's meters; each series is looked up once and kept. */
public final class Meters {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3)
    };

    private record Series(Operation operation, String system, Answer.Outcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> requests = new ConcurrentHashMap<>();
    private final Timer held;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.held = Timer.builder("bridge.held")
                .description("requests held for a moving bucket, and for how long")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    void answered(Operation operation, String system, Answer.Outcome outcome, long nanos) {
        requests.computeIfAbsent(new Series(operation, system, outcome), this::requestTimer)
                .record(Duration.ofNanos(nanos));
    }

    void held(long nanos) {
        held.record(Duration.ofNanos(nanos));
    }

    private Timer requestTimer(Series series) {
        return Timer.builder("bridge.requests")
                .description("requests of clients until they are answered")
                .tag("operation", series.operation().label())
                .tag("system", series.system())
                .tag("outcome", series.outcome().name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
