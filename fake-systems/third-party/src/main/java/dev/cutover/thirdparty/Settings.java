package dev.cutover.thirdparty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the environment says.
 *
 * @param root has the mappings in {@code mappings/}, and bodies of answers in {@code __files/}
 */
record Settings(String host, int port, Path root) {
    static Settings from(Map<String, String> env) {
        String port = required(env, "PORT");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw wrong("PORT", "a port number from 0 to 65535", port);
        }
        Path root = Path.of(required(env, "ROOT"));
        if (!Files.isDirectory(root.resolve("mappings"))) {
            throw wrong("ROOT", "a directory with WireMock's mappings in mappings/", root.toString());
        }
        return new Settings(env.getOrDefault("HOST", "127.0.0.1"), Integer.parseInt(port), root);
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
