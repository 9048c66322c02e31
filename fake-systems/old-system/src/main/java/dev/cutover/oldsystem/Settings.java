package dev.cutover.oldsystem;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param households how many households an empty database is filled with; 0 = none
 */
record Settings(String host, int port, String dbUrl, String kafka, URI payments, long seed, int households) {

    static Settings from(Map<String, String> env) {
        String dbUrl = required(env, "DB_URL");
        if (!dbUrl.startsWith("jdbc:postgresql:")) {
            throw wrong("DB_URL", "a URL like jdbc:postgresql://127.0.0.1:5432/shop?user=shop", dbUrl);
        }
        String payments = required(env, "PAYMENTS_URL");
        if (!payments.matches("http://[^/]+/?")) {
            throw wrong("PAYMENTS_URL", "a URL like http://127.0.0.1:8080", payments);
        }
        return new Settings(
                env.getOrDefault("HOST", "127.0.0.1"),
                (int) number(env, "PORT", 1, 65_535),
                dbUrl,
                required(env, "KAFKA"),
                URI.create(payments),
                number(env, "SEED", Long.MIN_VALUE, Long.MAX_VALUE),
                (int) number(env, "SEED_HOUSEHOLDS", 0, 10_000_000));
    }

    private static long number(Map<String, String> env, String name, long min, long max) {
        String text = required(env, name);
        String expected = "a whole number from " + min + " to " + max;
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

    private static String required(Map<String, String> env, String name) {
        @Nullable String text = env.get(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "to be set", "nothing");
        }
        return text;
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException(
                "environment variable " + name + ": expected " + expected + ", found " + found);
    }
}
