package dev.cutover.sync;

import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Schema;
import java.util.Map;

/** Where the sync listens and what it connects, from environment variables. */
public record Settings(String host, int port, Database old, Database fresh, String kafka) {

    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, found " + port);
        }
    }

    /** Reads the variables; names the missing or malformed one. */
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("HOST", "127.0.0.1"),
                port(required(environment, "PORT")),
                new Database(Schema.OLD, required(environment, "OLD_DB_URL")),
                new Database(Schema.NEW, required(environment, "NEW_DB_URL")),
                required(environment, "KAFKA"));
    }

    Database database(Schema schema) {
        return schema == Schema.OLD ? old : fresh;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "environment variable " + name + " is missing; set it to start the sync");
        }
        return value;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PORT must be a number, found '" + text + "'", e);
        }
    }
}
