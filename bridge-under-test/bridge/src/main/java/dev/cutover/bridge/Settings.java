package dev.cutover.bridge;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The bridge's environment variables. */
public record Settings(
        String host,
        int port,
        int adminPort,
        String adminToken,
        URI oldUrl,
        URI newUrl,
        String kafka,
        Path stateDirectory) {

    /** Throws IllegalArgumentException with one sentence about the first variable that is missing or malformed. */
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("HOST", "127.0.0.1"),
                port(environment, "PORT"),
                port(environment, "ADMIN_PORT"),
                text(environment, "ADMIN_TOKEN"),
                url(environment, "OLD_URL"),
                url(environment, "NEW_URL"),
                text(environment, "KAFKA"),
                Path.of(text(environment, "STATE_DIR")));
    }

    private static String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + ": expected a value in this environment variable, found none");
        }
        return value;
    }

    private static int port(Map<String, String> environment, String name) {
        String value = text(environment, name);
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the error below.
        }
        throw new IllegalArgumentException(name + ": expected a port from 0 to 65535, found: " + value);
    }

    private static URI url(Map<String, String> environment, String name) {
        String value = text(environment, name);
        try {
            URI url = URI.create(value);
            if ("http".equals(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the error below.
        }
        throw new IllegalArgumentException(name + ": expected a URL like http://127.0.0.1:8080, found: " + value);
    }
}
