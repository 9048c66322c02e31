package dev.cutover.environment.process;

import dev.cutover.environment.running.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process and all its descendants, as the operating system knows them now; see proc(5). */
public final class ProcessTree {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int START_TIME = 19;
    private static final char ZOMBIE = 'Z';
    private static final char STOPPED = 'T';

    private ProcessTree() {}

    static List<ProcessHandle> of(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .filter(ProcessTree::alive)
                .toList();
    }

    /** A zombie is dead: nobody may ever collect it, where the testbed is process 1 of its namespace. */
    public static boolean alive(ProcessHandle process) {
        return process.isAlive() && state(process) != ZOMBIE;
    }

    /** True if there is no such process, or it is dead and not yet collected. */
    public static boolean gone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessTree::alive).isEmpty();
    }

    static boolean stopped(ProcessHandle root) {
        List<ProcessHandle> tree = of(root);
        return !tree.isEmpty() && tree.stream().allMatch(process -> state(process) == STOPPED);
    }

    /** Stops until no descendant runs: one that still ran may have forked meanwhile. */
    static void stop(ProcessHandle root) {
        boolean stopped = Await.until(LIMIT, () -> {
            if (!stopped(root)) {
                signal("STOP", of(root));
            }
            return stopped(root) || !alive(root);
        });
        if (!stopped) {
            throw new IllegalStateException("process " + root.pid() + " did not stop within " + LIMIT.toSeconds()
                    + " s of SIGSTOP; states: " + states(root));
        }
    }

    /** Lets all of it run again. */
    public static void resume(ProcessHandle root) {
        boolean running = Await.until(LIMIT, () -> {
            List<ProcessHandle> stopped = of(root).stream()
                    .filter(process -> state(process) == STOPPED)
                    .toList();
            signal("CONT", stopped);
            return stopped.isEmpty();
        });
        if (!running) {
            throw new IllegalStateException("process " + root.pid() + " did not continue within " + LIMIT.toSeconds()
                    + " s of SIGCONT; states: " + states(root));
        }
    }

    /** Kills all of it. Stops it first, so that nothing is forked between listing and killing. */
    public static void kill(ProcessHandle root) {
        if (!alive(root)) {
            return;
        }
        stop(root);
        List<ProcessHandle> tree = of(root);
        tree.forEach(ProcessHandle::destroyForcibly);
        if (!Await.until(LIMIT, () -> tree.stream().noneMatch(ProcessTree::alive))) {
            throw new IllegalStateException("process " + root.pid() + " is still there " + LIMIT.toSeconds()
                    + " s after kill -9; states: " + states(root));
        }
    }

    static String states(ProcessHandle root) {
        return of(root).stream()
                .map(process -> process.pid() + "=" + state(process))
                .collect(Collectors.joining(" "));
    }

    private static char state(ProcessHandle process) {
        return stat(process).map(fields -> fields[0].charAt(0)).orElse(process.isAlive() ? '?' : ZOMBIE);
    }

    /** When the process with this id started, in clock ticks since the machine did; 0 if it is gone, or without /proc. */
    public static long startTicks(long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessTree::startTicks)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    /**
     * When it started, in clock ticks since the machine did: no clock adjustment moves it, and with the pid it names a
     * process for ever. Empty without /proc.
     */
    static OptionalLong startTicks(ProcessHandle process) {
        return stat(process)
                .map(fields -> OptionalLong.of(Long.parseLong(fields[START_TIME])))
                .orElse(OptionalLong.empty());
    }

    /** The fields of /proc/pid/stat from the state on, which follows the name in parentheses. */
    private static Optional<String[]> stat(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            return;
        }
        String pids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pids)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send SIG" + signal + " to " + pids, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
