package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import java.util.Locale;

/** The two directions of the sync. */
public enum Direction {
    OLD_TO_NEW,
    NEW_TO_OLD;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public static Direction from(Side source) {
        return source == Side.OLD ? OLD_TO_NEW : NEW_TO_OLD;
    }

    public String label() {
        return label;
    }
}
