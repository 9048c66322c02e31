package dev.cutover.record.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What takes long in a rehearsal, beside its phases. */
public enum Step {
    ENVIRONMENT,
    LOAD,
    BOOTSTRAP,
    QUIESCE,
    OBSERVE;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
