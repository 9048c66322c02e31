package dev.cutover.bridge.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the bridge routes: all to old, all to old and compared with new, a share of the buckets to new, all to new. */
public enum Mode {
    OLD,
    DUAL,
    SPLIT,
    NEW;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reverses {@link #label()}; throws IllegalArgumentException for anything else. */
    @JsonCreator
    public static Mode of(String label) {
        return switch (label) {
            case "old" -> OLD;
            case "dual" -> DUAL;
            case "split" -> SPLIT;
            case "new" -> NEW;
            default -> throw new IllegalArgumentException("mode: expected old, dual, split or new, found: " + label);
        };
    }
}
