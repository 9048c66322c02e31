package dev.cutover.chaos.toxiproxy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the program toxiproxy-server 2.12: on the path, else in the cache, else fetched from its release or built with Go, once. Safe for many processes.
 */
public final class ToxiproxyBinary {

    private static final Logger LOG = LoggerFactory.getLogger(ToxiproxyBinary.class);
    private static final String NAME = "toxiproxy-server";
    private static final Pattern VERSION = Pattern.compile("version 2\\.12\\.\\d+");
    private static final int ANSWER_LIMIT_SECONDS = 10;

    private final Path cache;
    private final String searchPath;
    private final Release release;

    /** Looks in the path and in {@code bin} of what is kept from run to run. */
    public ToxiproxyBinary(Path cache) {
        this(cache, Optional.ofNullable(System.getenv("PATH")).orElse(""), Release.TOXIPROXY);
    }

    ToxiproxyBinary(Path cache, String searchPath, Release release) {
        this.cache = cache.toAbsolutePath().resolve("bin");
        this.searchPath = searchPath;
        this.release = release;
    }

    /** Prints where the program is, so that it is there before nothing can be fetched any more; the argument is the cache. */
    public static void main(String[] args) {
        System.out.println(new ToxiproxyBinary(Path.of(args[0])).find());
    }

    /**
     * Returns the program, which may take minutes the first time.
     *
     * @throws IllegalStateException when there is none and none can be had, or what was fetched is not what was released; the message says what to do
     */
    public Path find() {
        Path cached = cache.resolve(NAME);
        return onPath(NAME).filter(ToxiproxyBinary::fits).orElseGet(() -> isThere(cached) ? cached : install(cached));
    }

    private Path install(Path cached) {
        try {
            Files.createDirectories(cache);
            try (FileChannel lock = FileChannel.open(
                            cache.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!held.isValid() || !isThere(cached)) {
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
            LOG.warn("{} could not be fetched: {}; building it", NAME, notFetched.toString());
            Path go = onPath("go")
                    .orElseThrow(() -> new IllegalStateException(NAME
                            + " 2.12 was found neither on the PATH nor in " + cache
                            + ", its release could not be fetched ("
                            + notFetched
                            + "), and there is no Go to build it with: install Toxiproxy 2.12 (or Go 1.23 or newer),"
                            + " or put " + NAME + " into that directory."));
            GoBuild.install(go.toString(), cached);
        }
    }

    private static boolean isThere(Path cached) {
        return Files.isExecutable(cached) && fits(cached);
    }

    /** Faults rest on what this version does; another one breaks links in other ways, or not at all. */
    private static boolean fits(Path program) {
        String said = version(program);
        boolean fits = VERSION.matcher(said).find();
        if (!fits) {
            LOG.warn("{} is left aside: it should be version 2.12, but says of itself: {}", program, said);
        }
        return fits;
    }

    private static String version(Path program) {
        try {
            Process asked = new ProcessBuilder(program.toString(), "-version")
                    .redirectErrorStream(true)
                    .start();
            asked.getOutputStream().close();
            if (!asked.waitFor(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return "nothing within " + ANSWER_LIMIT_SECONDS + " s";
            }
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + program + " for its version", e);
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
