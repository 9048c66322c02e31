package dev.cutover.kit.program;

import java.util.Map;

/** Reads environment variables; a missing or malformed one throws an IllegalArgumentException in one clear sentence. */
public record Variables(Map<String, String> env) {
    /** The text of a variable; expected says in words what the pattern wants. */
    public String text(String name, String pattern, String expected) {
        String text = env.getOrDefault(name, "");
        if (!text.matches(pattern)) {
            throw wrong(name, expected, text);
        }
        return text;
    }

    /** The whole number of a variable. */
    public long number(String name, long min, long max) {
        String expected = "a whole number from " + min + " to " + max;
        String text = env.getOrDefault(name, "");
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
            throw wrong(name, expected, text);
        } catch (NumberFormatException e) {
            throw wrong(name, expected, text);
        }
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException("environment variable " + name + ": expected " + expected + ", found "
                + (found.isBlank() ? "nothing" : found));
    }
}
