package dev.cutover.payments;

import java.nio.file.Path;
import java.util.Map;

/** What the environment says. */
record Settings(String host, int port, Path tap) {
    static Settings from(Map<String, String> env) {
        String port = required(env, "PORT");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw wrong("PORT", "a port number from 0 to 65535", port);
        }
        return new Settings(
                env.getOrDefault("HOST", "127.0.0.1"), Integer.parseInt(port), Path.of(required(env, "TAP")));
    }

    private static String required(Map<String, String> env, String name) {
        String text = env.getOrDefault(name, "");
        if (text.isBlank()) {
            throw wrong(name, "to be set", "nothing");
        }
        return text;
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException(
                "environment variable " + name + ": expected " + expected + ", found " + found);
    }
}
