package dev.cutover.newsystem;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** The settings, from the environment. */
record Config(InetSocketAddress address, String databaseUrl, String kafka, URI paymentsUrl) {

    static Config of(Map<String, String> env) {
        String port = value(env, "PORT", "[0-9]{1,5}", "a port number");
        if (Integer.parseInt(port) > 65_535) {
            throw invalid("PORT", "a port number", port);
        }
        return new Config(
                new InetSocketAddress(env.getOrDefault("HOST", "127.0.0.1"), Integer.parseInt(port)),
                value(
                        env,
                        "DB_URL",
                        "jdbc:postgresql:.+",
                        "a URL like jdbc:postgresql://127.0.0.1:5432/shop?user=shop"),
                value(env, "KAFKA", ".+:[0-9]+", "bootstrap servers like 127.0.0.1:9092"),
                URI.create(value(env, "PAYMENTS_URL", "http://[^/ ]+/?", "a URL like http://127.0.0.1:8080")));
    }

    private static String value(Map<String, String> env, String name, String pattern, String expected) {
        String value = env.getOrDefault(name, "");
        if (!value.matches(pattern)) {
            throw invalid(name, expected, value.isEmpty() ? "nothing" : value);
        }
        return value;
    }

    private static IllegalArgumentException invalid(String name, String expected, String found) {
        return new IllegalArgumentException(
                "environment variable " + name + ": expected " + expected + ", found " + found);
    }
}
