package dev.cutover.bridge.shadow;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** The account of shadowing as meters. */
public final class ShadowMeters {
    private ShadowMeters() {}

    public static void register(MeterRegistry registry, Shadow shadow, Comparisons comparisons) {
        registry.gauge("bridge.shadow.pending", shadow, Shadow::pending);
        FunctionCounter.builder("bridge.comparisons", comparisons, Comparisons::equalSoFar)
                .tag("result", "equal")
                .register(registry);
        FunctionCounter.builder("bridge.comparisons", comparisons, Comparisons::differentSoFar)
                .tag("result", "different")
                .register(registry);
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder("bridge.comparisons.dropped", comparisons, now -> now.droppedFor(reason))
                    .tag("reason", reason.label())
                    .register(registry);
        }
    }
}
