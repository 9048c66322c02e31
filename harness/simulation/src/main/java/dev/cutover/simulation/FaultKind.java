package dev.cutover.simulation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cell disturbs, besides what every schedule has: latencies that no two messages share. */
public enum FaultKind {
    LOSE_REQUEST,
    LOSE_ANSWER,
    FREEZE,
    DELAY,
    DUPLICATE,
    REORDER,
    CRASH_BRIDGE,
    CRASH_SYNC,
    CRASH_OLD,
    CRASH_NEW;

    /** As the command line spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What crashes, if anything. */
    @Nullable
    Node crashes() {
        return switch (this) {
            case CRASH_BRIDGE -> Node.BRIDGE;
            case CRASH_SYNC -> Node.SYNC;
            case CRASH_OLD -> Node.OLD;
            case CRASH_NEW -> Node.NEW;
            case LOSE_REQUEST, LOSE_ANSWER, FREEZE, DELAY, DUPLICATE, REORDER -> null;
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
