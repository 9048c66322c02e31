package dev.cutover.broken;

import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What all defects have in common: each counts how often it acted, at {@code /metrics} of its component. */
final class Defect {
    private Defect() {}

    static Counter activated(Parts parts) {
        return activated(parts.meters());
    }

    static Counter activated(dev.cutover.sync.Parts parts) {
        return activated(parts.meters());
    }

    private static Counter activated(MeterRegistry meters) {
        return meters.counter("cutover.defect.activated");
    }
}
