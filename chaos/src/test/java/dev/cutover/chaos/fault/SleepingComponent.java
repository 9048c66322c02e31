package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessSpec;
import dev.cutover.environment.process.RunningProcess;
import dev.cutover.environment.process.Spawner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real process that does nothing. */
public final class SleepingComponent implements ComponentControl {

    private final Spawner spawner;
    private final Path directory;
    private volatile RunningProcess process;

    public SleepingComponent(Spawner spawner, Path directory) {
        this.spawner = spawner;
        this.directory = directory;
        this.process = launch();
    }

    private RunningProcess launch() {
        return spawner.start(new ProcessSpec(
                "sleeper", List.of("sleep", "100"), Map.of(), directory, directory.resolve("sleeper.log")));
    }

    @Override
    public String name() {
        return "sleeper";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public boolean paused() {
        return process.paused();
    }

    @Override
    public String state() {
        return process.state();
    }

    @Override
    public void terminate() {
        process.handle().destroy();
    }

    @Override
    public boolean outOfMemory() {
        return false;
    }

    @Override
    public void exhaustMemory() {
        throw new IllegalStateException("a process has no memory limit");
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) {
        throw new IllegalStateException("nothing runs beside a sleeper");
    }

    @Override
    public void write(String file, Map<String, String> values) {
        throw new IllegalStateException("a sleeper has no files");
    }

    @Override
    public void start() {
        process = launch();
    }
}
