package dev.cutover.rehearse.load;

import dev.cutover.environment.ClientHost;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A running load injector: a JVM of its own, so that neither its garbage nor its end disturbs the harness. */
public final class Injector implements AutoCloseable {
    /** The system property that names the file with its {@link InjectorSettings}. */
    public static final String SETTINGS = "cutover.load.settings";

    private static final String READY = "ready";
    private static final Duration LOOK = Duration.ofMillis(25);

    private final InjectorSettings settings;
    private final ClientRun process;
    private final Path log;
    private final JournalControl control;
    private volatile boolean stopRequested;

    private Injector(InjectorSettings settings, ClientRun process, Path log, JournalControl control) {
        this.settings = settings;
        this.process = process;
        this.log = log;
        this.control = control;
    }

    /**
     * Starts the process and returns at once; load begins by itself after the warm-up.
     *
     * @param program what an injector of this load is
     * @param scratch a directory for what the injector's libraries insist on writing
     */
    public static Injector start(
            Kind.Program program, InjectorSettings settings, ClientHost host, Path scratch, Path log)
            throws IOException {
        Files.createDirectories(scratch);
        Files.createDirectories(settings.journal().toAbsolutePath().getParent());
        Files.writeString(scratch.resolve("hosts"), "127.0.0.1 localhost\n::1 localhost\n");
        settings.write(InjectorProgram.settingsIn(scratch));
        JournalControl control = JournalControl.open(settings.journal());
        control.stop(false);
        ClientRun process = host.startClient(InjectorProgram.of(program, settings, scratch, log));
        return new Injector(settings, process, log, control);
    }

    public long pid() {
        return process.pid();
    }

    /** True if it ended, or was killed, without having been asked to stop: the run has no load any more. */
    public boolean died() {
        return !stopRequested && !process.alive();
    }

    /** The last line that it wrote. */
    public String lastWords() {
        try {
            return lines().stream().filter(line -> !line.isBlank()).reduce("", (before, last) -> last);
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    /**
     * Returns when the injector is warmed up and load begins.
     *
     * @throws IOException if it ends before, or takes longer than the limit; with the last lines of its log
     */
    public void awaitReady(Duration limit) throws IOException {
        long start = System.nanoTime();
        while (lines().stream().noneMatch(READY::equals)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted while the injector warmed up");
            }
            if (!process.alive() || System.nanoTime() - start > limit.toNanos()) {
                throw new IOException("the injector " + (process.alive() ? "is not ready after " + limit : "ended")
                        + "; the end of " + log + ":\n" + tail());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** The latest figures, at most a second old while it runs. */
    public InjectorHealth health() throws IOException {
        return HealthFile.read(settings.health());
    }

    /** Lets operations in flight end, starts nothing more, and returns when the process has ended; kills it after the grace. */
    public void stop(Duration grace) {
        stopRequested = true;
        control.stop(true);
        if (!process.awaitEnd(grace)) {
            process.kill();
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        stopRequested = true;
        process.kill();
    }

    private List<String> lines() throws IOException {
        return Files.exists(log)
                ? Files.readString(log, StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    private String tail() throws IOException {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
