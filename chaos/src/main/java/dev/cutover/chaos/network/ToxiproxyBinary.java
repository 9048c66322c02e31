package dev.cutover.chaos.network;

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

/** Finds the program toxiproxy-server: on the path, else in the cache, else built once with Go. Safe for many processes. */
public final class ToxiproxyBinary {

    private static final Logger LOG = LoggerFactory.getLogger(ToxiproxyBinary.class);
    private static final String NAME = "toxiproxy-server";

    private final Path cache;
    private final String searchPath;

    /**
     * Looks under one home.
     *
     * @param home the directory the testbed keeps its cache under, in {@code .cutover/cache/bin}
     */
    public ToxiproxyBinary(Path home) {
        this(home, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    ToxiproxyBinary(Path home, String searchPath) {
        this.cache = home.toAbsolutePath().resolve(".cutover/cache/bin");
        this.searchPath = searchPath;
    }

    /**
     * Returns the program, which may take minutes the first time.
     *
     * @throws IllegalStateException when there is none and none can be built; the message says what to install
     */
    public Path find() {
        Path cached = cache.resolve(NAME);
        return onPath(NAME).orElseGet(() -> Files.isExecutable(cached) ? cached : build(cached));
    }

    private Path build(Path cached) {
        Path go = onPath("go")
                .orElseThrow(() -> new IllegalStateException(NAME + " was found neither on the PATH nor in " + cache
                        + ", and there is no Go to build it with: install Toxiproxy 2.12 (or Go 1.23 or newer), or put "
                        + NAME + " into that directory."));
        try {
            Files.createDirectories(cache);
            try (FileChannel lock = FileChannel.open(
                            cache.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                return held.isValid() && Files.isExecutable(cached) ? cached : buildLocked(go, cached);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " could not be built into " + cache, e);
        }
    }

    private static Path buildLocked(Path go, Path cached) throws IOException {
        LOG.info("building {} once, into {}", NAME, cached.getParent());
        try {
            GoBuild.install(go.toString(), cached);
            return cached;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building " + NAME, e);
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
