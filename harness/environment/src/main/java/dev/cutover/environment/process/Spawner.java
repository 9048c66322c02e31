package dev.cutover.environment.process;

import dev.cutover.environment.running.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts processes that die with the testbed, even when it is killed with kill -9. Safe for many threads.
 *
 * <p>Linux sends the parent-death signal when the spawning <em>thread</em> ends, so one thread spawns everything and
 * lives as long as the spawner.
 */
public final class Spawner implements AutoCloseable {
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("spawner").daemon().factory());
    private final Queue<RunningProcess> started = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> endings = new ConcurrentLinkedQueue<>();
    private final Thread hook = Thread.ofPlatform().name("spawner-hook").unstarted(this::killAll);
    private final AtomicBoolean hooked = new AtomicBoolean();
    private final List<String> prefix;
    private final Watcher watcher;

    /** Sees every process that starts and ends. Called on many threads. */
    public interface Watcher {
        void started(RunningProcess process);

        void ended(RunningProcess process);
    }

    /** A spawner whose processes nobody watches. */
    public Spawner() {
        this(new Watcher() {
            @Override
            public void started(RunningProcess process) {}

            @Override
            public void ended(RunningProcess process) {}
        });
    }

    public Spawner(Watcher watcher) {
        this.watcher = watcher;
        prefix = dyingWithItsStarter();
    }

    /** What a command begins with so that the kernel kills its process when the thread that started it ends; nothing where that cannot be had. */
    public static List<String> dyingWithItsStarter() {
        return onPath("setpriv").isPresent() ? List.of("setpriv", "--pdeathsig", "KILL") : List.of();
    }

    /** Where a program of this machine is. */
    static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a process and returns at once.
     *
     * @throws UncheckedIOException when the program cannot be started; the message names the component and the command
     */
    public RunningProcess start(ProcessSpec spec) {
        try {
            RunningProcess process = thread.submit(() -> spawn(spec)).get();
            watcher.started(process);
            endings.add(process.handle().onExit().thenRun(() -> watcher.ended(process)));
            return process;
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    "cannot start " + spec.name() + ": " + String.join(" ", spec.command()),
                    new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + spec.name(), e);
        }
    }

    /** Of one that has ended: many short programs would pile up. */
    void forget(RunningProcess process) {
        started.remove(process);
        endings.removeIf(CompletableFuture::isDone);
    }

    private RunningProcess spawn(ProcessSpec spec) throws IOException {
        if (hooked.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
        Files.createDirectories(spec.log().toAbsolutePath().getParent());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(spec.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(spec.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        // Here, so that it is known even if whoever asked for it was interrupted meanwhile.
        RunningProcess running = new RunningProcess(spec, process);
        started.add(running);
        return running;
    }

    /** Ends whatever was started and still runs. */
    @Override
    public void close() {
        started.parallelStream().filter(RunningProcess::alive).forEach(process -> process.stop(GRACE));
        thread.shutdown();
        CompletableFuture<?> allEnded = CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new));
        Await.until(GRACE, allEnded::isDone);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            killAll();
        }
    }

    private void killAll() {
        started.forEach(process -> process.handle().destroyForcibly());
    }
}
