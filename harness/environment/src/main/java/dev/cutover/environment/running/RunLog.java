package dev.cutover.environment.running;

import dev.cutover.environment.ComponentControl.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the programs beside a component printed: one file, in which each has its output in one piece. Safe for many threads. */
public final class RunLog {
    private static final int LINES = 40;

    private final Path directory;
    private final String component;
    private final AtomicInteger runs = new AtomicInteger();

    public RunLog(Path directory, String component) {
        this.directory = directory;
        this.component = component;
    }

    /** A file for the output of one more program while it runs. */
    public Path begin() {
        return directory.resolve(component + "-run-" + runs.incrementAndGet() + ".log");
    }

    /**
     * Takes over the output of a program that has ended.
     *
     * @param exit its code; null if it was ended at the limit
     */
    public synchronized Ran end(List<String> command, Path output, @Nullable Integer exit) {
        Path log = directory.resolve(component + "-runs.log");
        String tail = String.join("\n", Tail.of(output, LINES));
        try (var out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(("$ " + String.join(" ", command) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.copy(output, out);
            out.write(("\n(" + (exit == null ? "ended at its limit" : "exit code " + exit) + ")\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + log, e);
        }
        return new Ran(exit, tail);
    }
}
