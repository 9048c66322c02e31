package dev.cutover.judge;

import java.util.List;

/**
 * Whether the injector did what it was told.
 *
 * @param reasons why not; empty if healthy
 */
public record HealthDecision(boolean healthy, List<String> reasons) {
    public HealthDecision {
        reasons = List.copyOf(reasons);
    }

    /** One sentence for a report. */
    public String message() {
        return healthy
                ? "the injector kept its plan"
                : "the injector was the bottleneck, not the system: " + String.join("; ", reasons);
    }
}
