package dev.cutover.simulation;

import java.util.Locale;

/** What can crash. */
enum Node {
    BRIDGE,
    SYNC,
    OLD,
    NEW;

    boolean isSystem() {
        return this == OLD || this == NEW;
    }

    /** The other system. */
    Node other() {
        return this == OLD ? NEW : OLD;
    }

    /** As the record writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
