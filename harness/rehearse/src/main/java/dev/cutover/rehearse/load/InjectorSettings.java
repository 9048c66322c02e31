package dev.cutover.rehearse.load;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutover.environment.spec.AllowedHosts;
import dev.cutover.record.dump.Texts;
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
 * @param target the address of the load's target as clients see it; inside the environment
 * @param seed decides sessions, keys and operations
 * @param keys those that sessions take theirs from
 * @param load what clients do
 * @param arrivals counts of equal periods, one for each second of the run; none for the injector's own
 * @param journal the journal file; its header page holds the stop word
 * @param health rewritten every second
 * @param publishing where the load's updates from outside go and are recorded; null for nowhere
 */
public record InjectorSettings(
        URI target,
        long seed,
        KeySource keys,
        LoadModel load,
        List<Long> arrivals,
        Path journal,
        Path health,
        @Nullable Publishing publishing) {
    public InjectorSettings {
        AllowedHosts.require("the load's target", target.getHost() == null ? target.toString() : target.getHost());
        arrivals = List.copyOf(arrivals);
        Duration atMost = load.atMost();
        if (atMost.toSeconds() < 1 || atMost.toHours() > 1) {
            throw new IllegalArgumentException("load must be bounded between 1 s and 1 h, found " + atMost);
        }
    }

    /**
     * Where updates are published to both systems from outside.
     *
     * @param bootstrap Kafka's bootstrap servers, inside the environment
     * @param record one JSON line for each update that is sent, and for each that is acknowledged
     * @param texts how the record keeps the updates' texts
     */
    public record Publishing(String bootstrap, Path record, Texts texts) {
        public Publishing {
            for (String server : bootstrap.split(",", -1)) {
                AllowedHosts.require("a bootstrap server", server.strip().replaceFirst(":\\d+$", ""));
            }
        }
    }

    /** Where it notes what operations ask for: beside the journal. */
    public Path asked() {
        return journal.resolveSibling("asked-1.jsonl");
    }

    /** Where it notes what reads were answered: there, too. */
    public Path contents() {
        return journal.resolveSibling("contents-1.jsonl");
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
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
        Stream<Path> all = publishing == null ? files : Stream.concat(files, Stream.of(publishing.record()));
        return Stream.concat(all.map(file -> file.toAbsolutePath().getParent()), Stream.of(scratch))
                .distinct()
                .toList();
    }
}
