package dev.cutover.rehearse.load;

import dev.cutover.environment.spec.AllowedHosts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an injector is told.
 *
 * @param target the bridge's address as clients see it; inside the environment
 * @param seed decides sessions, households and operations
 * @param households 1 … this many exist
 * @param operationsPerSecond mean over the arrival curve, above 0 up to 5,000
 * @param atMost the load stops by itself after this, 1 s … 1 h
 * @param journal the journal file; its header page holds the stop word
 * @param health rewritten every second
 * @param prices where price updates are published and recorded; null for none
 */
public record InjectorSettings(
        URI target,
        long seed,
        int households,
        double operationsPerSecond,
        Duration atMost,
        Path journal,
        Path health,
        @Nullable Prices prices) {
    public InjectorSettings {
        AllowedHosts.require("the load's target", target.getHost() == null ? target.toString() : target.getHost());
        check(households > 0, "households must be at least 1, found " + households);
        check(
                operationsPerSecond > 0 && operationsPerSecond <= 5_000,
                "operations per second must be above 0 and at most 5000, found " + operationsPerSecond);
        check(
                atMost.toSeconds() >= 1 && atMost.toHours() <= 1,
                "load must be bounded between 1 s and 1 h, found " + atMost);
    }

    /**
     * The price feed.
     *
     * @param bootstrap Kafka's bootstrap servers, inside the environment
     * @param record one JSON line for each acknowledged update
     */
    public record Prices(String bootstrap, Path record) {
        public Prices {
            for (String server : bootstrap.split(",", -1)) {
                AllowedHosts.require("a bootstrap server", server.strip().replaceFirst(":\\d+$", ""));
            }
        }
    }

    /** The directories that the injector writes to. */
    List<Path> writes(Path scratch) {
        Stream<Path> files = Stream.of(journal, health);
        Stream<Path> all = prices == null ? files : Stream.concat(files, Stream.of(prices.record()));
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
