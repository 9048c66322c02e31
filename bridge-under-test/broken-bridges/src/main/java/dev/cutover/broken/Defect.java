package dev.cutover.broken;

import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;

/** What the defects of bridges have in common: each counts how often it acted, at the admin port's {@code /metrics}. */
final class Defect {
    private Defect() {}

    static Counter activated(Parts parts) {
        return parts.meters().counter("cutover.defect.activated");
    }
}
