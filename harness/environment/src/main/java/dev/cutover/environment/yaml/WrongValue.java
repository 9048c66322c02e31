package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collection;

/** A value that cannot be meant; whoever reads the file turns its place into file and line. */
public final class WrongValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient JsonPointer at;

    private WrongValue(JsonPointer at, String message) {
        super(message);
        this.at = at;
    }

    /** The value itself; the message goes on after its name, as in "must be a duration". */
    public static WrongValue here(String message) {
        return new WrongValue(JsonPointer.empty(), message);
    }

    /** A value below the one that is made, by the keys and list positions that lead to it. */
    public static WrongValue at(String message, Object... path) {
        return new WrongValue(Pointers.of(path), message);
    }

    /** A key that nobody knows. */
    public static WrongValue unknownKey(String key, Collection<String> known) {
        return at(unknown(key, known), key);
    }

    static String unknown(String key, Collection<String> known) {
        return "is no known key" + Nearest.question(key, known) + " known keys: " + String.join(", ", known);
    }

    JsonPointer at() {
        return at;
    }
}
