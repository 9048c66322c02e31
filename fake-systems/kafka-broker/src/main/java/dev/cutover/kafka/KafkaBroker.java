package dev.cutover.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;

/** One Kafka broker, which is its own controller; formats an empty log directory itself. */
public final class KafkaBroker {
    private KafkaBroker() {}

    /**
     * Runs until SIGTERM; exit code 2 if the file is missing or malformed.
     *
     * @param args one server.properties file
     */
    public static void main(String[] args) {
        try {
            new LogDirectory(properties(args)).formatIfEmpty();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        Kafka.main(args);
    }

    private static Properties properties(String... args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, a server.properties file, found " + args.length);
        }
        try (Reader file = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "expected a readable server.properties file, found " + args[0] + " (" + e + ")", e);
        }
    }
}
