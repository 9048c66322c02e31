package dev.cutover.scenarios.cli;

import dev.cutover.harness.evidence.RunDirectory;
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

    private Runs() {}

    static RunDirectory create(Path runs, String plan, long seed) throws IOException {
        Files.createDirectories(runs);
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
