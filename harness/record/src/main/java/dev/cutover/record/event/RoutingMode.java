package dev.cutover.record.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who answers clients: old; old while new is compared; a share of keys by new; new. */
public enum RoutingMode {
    OLD,
    DUAL,
    SPLIT,
    NEW;

    /** As plans and bridges spell it. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
