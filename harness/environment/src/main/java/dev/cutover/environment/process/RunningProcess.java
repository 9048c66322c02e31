package dev.cutover.environment.process;

import dev.cutover.environment.running.Await;
import dev.cutover.environment.running.StartedProcess;
import dev.cutover.environment.running.Tail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A started process; its descendants share its fate. Methods return when their effect is complete. */
public final class RunningProcess implements StartedProcess {
    private final ProcessSpec spec;
    private final Process process;

    RunningProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    public String name() {
        return spec.name();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    public boolean paused() {
        return ProcessTree.stopped(handle());
    }

    /** As ps(1) shows it, with all descendants. */
    public String state() {
        return alive()
                ? "process " + pid() + ", states of all of it: " + ProcessTree.states(handle())
                : name() + " " + ending();
    }

    /** kill -9, all descendants included. */
    public void kill() {
        ProcessTree.kill(handle());
        awaitCollected();
    }

    /** The virtual machine collects an ended child a moment after it ended. */
    private void awaitCollected() {
        Await.until(Duration.ofSeconds(1), () -> !process.isAlive());
    }

    /** SIGSTOP, all descendants included. */
    public void pause() {
        if (!alive()) {
            throw new IllegalStateException(name() + " (process " + pid() + ") has ended and cannot be paused");
        }
        ProcessTree.stop(handle());
    }

    /** SIGCONT, all descendants included. */
    public void resume() {
        ProcessTree.resume(handle());
    }

    /** SIGTERM, and kill -9 to what is left when the grace is over. */
    public void stop(Duration grace) {
        List<ProcessHandle> tree = ProcessTree.of(handle());
        ProcessTree.resume(handle());
        process.destroy();
        Await.until(grace, () -> !process.isAlive());
        ProcessTree.kill(handle());
        tree.forEach(ProcessHandle::destroyForcibly);
        Await.until(grace, () -> tree.stream().noneMatch(ProcessTree::alive));
        awaitCollected();
    }

    /** Its exit code; it has ended. */
    int exit() {
        return process.exitValue();
    }

    @Override
    public String ending() {
        return process.isAlive() ? "" : "ended with exit code " + process.exitValue();
    }

    @Override
    public Path log() {
        return spec.log();
    }

    @Override
    public List<String> tail(int lines) {
        return Tail.of(spec.log(), lines);
    }
}
