package dev.cutover.chaos.toxiproxy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the program toxiproxy-server: on the path, else in the cache, else fetched from its release or built with Go, once. Safe for many processes. */
public final class ToxiproxyBinary {

    private static final Logger LOG = LoggerFactory.getLogger(ToxiproxyBinary.class);
    private static final String NAME = "toxiproxy-server";

    private final Path cache;
    private final String searchPath;
    private final Release release;

    /**
     * Looks under one home.
     *
     * @param home the directory the testbed keeps its cache under, in {@code .cutover/cache/bin}
     */
    public ToxiproxyBinary(Path home) {
        this(home, Optional.ofNullable(System.getenv("PATH")).orElse(""), Release.TOXIPROXY);
    }

    ToxiproxyBinary(Path home, String searchPath, Release release) {
        this.cache = home.toAbsolutePath().resolve(".cutover/cache/bin");
        this.searchPath = searchPath;
        this.release = release;
    }

    /**
     * Returns the program, which may take minutes the first time.
     *
     * @throws IllegalStateException when there is none and none can be had; the message says what to install
     */
    public Path find() {
        Path cached = cache.resolve(NAME);
        return onPath(NAME).orElseGet(() -> Files.isExecutable(cached) ? cached : install(cached));
    }

    private Path install(Path cached) {
        try {
            Files.createDirectories(cache);
            try (FileChannel lock = FileChannel.open(
                            cache.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!held.isValid() || !Files.isExecutable(cached)) {
                    fetchOrBuild(cached);
                }
                return cached;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " could not be had into " + cache, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + NAME, e);
        }
    }

    private void fetchOrBuild(Path cached) throws IOException, InterruptedException {
        try {
            release.fetch(cached);
        } catch (IOException notFetched) {
            LOG.info("{} could not be fetched: {}; building it", NAME, notFetched.toString());
            Path go = onPath("go")
                    .orElseThrow(() -> new IllegalStateException(NAME
                            + " was found neither on the PATH nor in " + cache + ", its release could not be fetched ("
                            + notFetched
                            + "), and there is no Go to build it with: install Toxiproxy 2.12 (or Go 1.23 or newer),"
                            + " or put " + NAME + " into that directory."));
            GoBuild.install(go.toString(), cached);
        }
    }

    private Optional<Path> onPath(String program) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
