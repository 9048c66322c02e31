package dev.cutover.bridge.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One of the two systems. */
public enum Side {
    OLD,
    NEW;

    public Side other() {
        return this == OLD ? NEW : OLD;
    }

    /** The name in JSON, metrics and logs: {@code old} or {@code new}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reverses {@link #label()}; throws IllegalArgumentException for anything else. */
    @JsonCreator
    public static Side of(String label) {
        return switch (label) {
            case "old" -> OLD;
            case "new" -> NEW;
            default -> throw new IllegalArgumentException("expected side old or new, found: " + label);
        };
    }
}
