package dev.cutover.kit.program;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** What the environment tells every system. */
public record Settings(InetSocketAddress address, String databaseUrl, String kafka, URI payments) {
    private static final String DATABASE = "a URL like jdbc:postgresql://127.0.0.1:5432/shop?user=shop";

    /** Throws an IllegalArgumentException that names the variable which is missing or malformed. */
    public static Settings from(Map<String, String> env) {
        Variables variables = new Variables(env);
        String host = env.getOrDefault("HOST", "127.0.0.1");
        int port = (int) variables.number("PORT", 1, 65_535);
        return new Settings(
                new InetSocketAddress(host, port),
                variables.text("DB_URL", "jdbc:postgresql:.+", DATABASE),
                variables.text("KAFKA", ".+:[0-9]+", "bootstrap servers like 127.0.0.1:9092"),
                URI.create(variables.text("PAYMENTS_URL", "http://[^/ ]+/?", "a URL like http://127.0.0.1:8080")));
    }
}
