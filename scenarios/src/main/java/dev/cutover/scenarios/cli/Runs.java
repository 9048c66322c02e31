package dev.cutover.scenarios.cli;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Makes run directories; {@code latest} links to the newest. */
final class Runs {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Two databases, Kafka and the evidence of a run of two minutes take a third of it. */
    private static final long NEEDED_MIB = 512;

    private Runs() {}

    static RunDirectory create(Path runs, String plan, long seed) throws IOException {
        Files.createDirectories(runs);
        requireSpace(runs);
        String name = "%s-%s-%d"
                .formatted(plan, LocalDateTime.now(ZoneId.systemDefault()).format(STAMP), seed);
        Path root = Files.createDirectory(runs.toRealPath().resolve(name));
        var run = new RunDirectory(root);
        for (Path directory : new Path[] {run.journal(), run.observed(), run.logs(), run.work()}) {
            Files.createDirectories(directory);
        }
        link(runs.toRealPath(), name);
        return run;
    }

    private static void requireSpace(Path runs) throws IOException {
        long free = Files.getFileStore(runs).getUsableSpace() >> 20;
        if (free < NEEDED_MIB) {
            throw new EnvironmentException(
                    "only %d MiB are free for the run directory in %s, and a run needs %d; free some (old runs lie there too), or name another place with --runs"
                            .formatted(free, runs.toRealPath(), NEEDED_MIB));
        }
    }

    private static void link(Path runs, String name) throws IOException {
        Path fresh = runs.resolve(".latest-" + name);
        Files.createSymbolicLink(fresh, Path.of(name));
        try {
            Files.move(fresh, runs.resolve("latest"), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, runs.resolve("latest"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
