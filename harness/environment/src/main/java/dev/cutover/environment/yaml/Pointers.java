package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonPointer;

/** Places in a file, by the keys and list positions that lead there. */
final class Pointers {
    private Pointers() {}

    static JsonPointer of(Object... path) {
        JsonPointer at = JsonPointer.empty();
        for (Object step : path) {
            at = step instanceof Integer index ? at.appendIndex(index) : at.appendProperty(step.toString());
        }
        return at;
    }
}
