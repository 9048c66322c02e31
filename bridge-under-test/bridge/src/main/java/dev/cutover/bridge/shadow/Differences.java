package dev.cutover.bridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Operation;
import org.jspecify.annotations.Nullable;

/** Finds where two answers of the old contract differ that start from the same version of a household. */
@FunctionalInterface
public interface Differences {

    /** A JSON pointer to the first difference; null if there is none. */
    @Nullable
    String first(Operation operation, JsonNode old, JsonNode replacement);

    /** All but what each system words or generates for itself. */
    static Differences all() {
        return Difference::first;
    }
}
