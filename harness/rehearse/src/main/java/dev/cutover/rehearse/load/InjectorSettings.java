package dev.cutover.rehearse.load;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutover.environment.spec.AllowedHosts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an injector is told.
 *
 * @param target the bridge's address as clients see it; inside the environment
 * @param seed decides sessions, keys and operations
 * @param keys 1 … this many exist
 * @param operationsPerSecond mean over the arrival curve, above 0 up to 5,000
 * @param atMost the load stops by itself after this, 1 s … 1 h
 * @param journal the journal file; its header page holds the stop word
 * @param health rewritten every second
 * @param updates where updates from outside are published and recorded; null for none
 */
public record InjectorSettings(
        URI target,
        long seed,
        int keys,
        double operationsPerSecond,
        Duration atMost,
        Path journal,
        Path health,
        @Nullable Updates updates) {
    public InjectorSettings {
        AllowedHosts.require("the load's target", target.getHost() == null ? target.toString() : target.getHost());
        check(keys > 0, "keys must be at least 1, found " + keys);
        check(
                operationsPerSecond > 0 && operationsPerSecond <= 5_000,
                "operations per second must be above 0 and at most 5000, found " + operationsPerSecond);
        check(
                atMost.toSeconds() >= 1 && atMost.toHours() <= 1,
                "load must be bounded between 1 s and 1 h, found " + atMost);
    }

    /**
     * Updates that are published to both systems from outside.
     *
     * @param bootstrap Kafka's bootstrap servers, inside the environment
     * @param record one JSON line for each acknowledged update
     */
    public record Updates(String bootstrap, Path record) {
        public Updates {
            for (String server : bootstrap.split(",", -1)) {
                AllowedHosts.require("a bootstrap server", server.strip().replaceFirst(":\\d+$", ""));
            }
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Writes them where the injector reads them. */
    void write(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(this));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if there is no such file, or a setting is missing, unknown or malformed, saying which
     */
    public static InjectorSettings read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), InjectorSettings.class);
    }

    /** The directories that the injector writes to. */
    List<Path> writes(Path scratch) {
        Stream<Path> files = Stream.of(journal, health);
        Stream<Path> all = updates == null ? files : Stream.concat(files, Stream.of(updates.record()));
        return Stream.concat(all.map(file -> file.toAbsolutePath().getParent()), Stream.of(scratch))
                .distinct()
                .toList();
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
