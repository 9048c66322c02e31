package dev.cutover.bridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Operation;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first difference between two answers of the old contract, leaving out what each system words or generates
 * for itself.
 */
final class Difference {
    private static final Set<String> WORDS = Set.of("msg");
    private static final Set<String> WORDS_AND_NUMBER = Set.of("msg", "ordNo");

    private Difference() {}

    /** A JSON pointer to the first difference; null if there is none. */
    static @Nullable String first(Operation operation, JsonNode old, JsonNode replacement) {
        return fields("", old, replacement, operation == Operation.PLACE_ORDER ? WORDS_AND_NUMBER : WORDS);
    }

    private static @Nullable String first(String path, JsonNode old, JsonNode replacement) {
        if (old.isObject() && replacement.isObject()) {
            return fields(path, old, replacement, Set.of());
        }
        if (old.isArray() && replacement.isArray()) {
            return elements(path, old, replacement);
        }
        return same(old, replacement) ? null : path;
    }

    private static boolean same(JsonNode old, JsonNode replacement) {
        if (old.isNumber() && replacement.isNumber()) {
            return old.decimalValue().compareTo(replacement.decimalValue()) == 0;
        }
        return old.equals(replacement);
    }

    private static @Nullable String fields(String path, JsonNode old, JsonNode replacement, Set<String> leftOut) {
        Set<String> names = new TreeSet<>();
        addNames(names, old.fieldNames());
        addNames(names, replacement.fieldNames());
        names.removeAll(leftOut);
        for (String name : names) {
            String difference = first(path + "/" + name, old.path(name), replacement.path(name));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static void addNames(Set<String> names, Iterator<String> more) {
        more.forEachRemaining(names::add);
    }

    private static @Nullable String elements(String path, JsonNode old, JsonNode replacement) {
        for (int i = 0; i < Math.max(old.size(), replacement.size()); i++) {
            String difference = first(path + "/" + i, old.path(i), replacement.path(i));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }
}
