package dev.cutover.scenarios.cli;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Makes run directories and finds them again; {@code latest} links to the newest. */
final class Runs {

    static final String LATEST = "latest";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Two databases, Kafka and the evidence of a run of two minutes take a third of it. */
    private static final long NEEDED_MIB = 512;

    private Runs() {}

    /** Every directory in {@code runs}; none if that is not there. */
    static List<Path> all(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs.toRealPath())) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /**
     * A run by the name of its directory in {@code runs}, or by its path.
     *
     * @throws EvidenceException if there is none, saying where it was looked for
     */
    static RunDirectory find(Path runs, Path nameOrPath) throws IOException {
        Path named = runs.resolve(nameOrPath);
        if (Files.isDirectory(named)) {
            return new RunDirectory(named.toRealPath());
        }
        if (Files.isDirectory(nameOrPath)) {
            return new RunDirectory(nameOrPath.toRealPath());
        }
        List<String> known =
                all(runs).stream().map(run -> run.getFileName().toString()).toList();
        throw new EvidenceException("there is no run '%s': looked for the directories %s and %s%s %s"
                .formatted(
                        nameOrPath,
                        named.toAbsolutePath().normalize(),
                        nameOrPath.toAbsolutePath().normalize(),
                        Nearest.question(nameOrPath.getFileName().toString(), known),
                        known.isEmpty()
                                ? "there are no runs yet: make one with `cutover rehearse`, or give a run directory"
                                : "`cutover runs` lists those there are"));
    }

    static RunDirectory create(Path runs, String plan, long seed) throws IOException {
        Files.createDirectories(runs);
        requireSpace(runs);
        String name = "%s-%s-%d"
                .formatted(plan, LocalDateTime.now(ZoneId.systemDefault()).format(STAMP), seed);
        // What was sent and stored is nobody else's business.
        Path root = Files.createDirectory(
                runs.toRealPath().resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
            Files.move(fresh, runs.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, runs.resolve(LATEST), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
