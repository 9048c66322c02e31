package dev.cutover.record.event;

import java.util.Locale;

/** Who answers clients: old; old, compared with new; new for a share of the keys; new. */
public enum RoutingMode {
    OLD,
    DUAL,
    SPLIT,
    NEW;

    /** The small word that plans, events and bridges use. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
