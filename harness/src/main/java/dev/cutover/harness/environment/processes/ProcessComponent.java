package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.environment.ComponentSpec;
import dev.cutover.harness.environment.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A component as a process; killed and started again it is a new process on the same ports and files. */
final class ProcessComponent implements ComponentControl {
    private static final int LINES = 15;

    private final ComponentSpec spec;
    private final Launch launch;
    private final Place place;
    private final Spawner spawner;
    private final ProcessEvents events;
    private final AtomicReference<@Nullable RunningProcess> running = new AtomicReference<>();

    /** What stays the same when it is started again. */
    record Place(Map<String, Integer> ports, Map<String, String> environment, Path work, Path log, Duration grace) {}

    ProcessComponent(ComponentSpec spec, Launch launch, Place place, Spawner spawner, ProcessEvents events) {
        this.spec = spec;
        this.launch = launch;
        this.place = place;
        this.spawner = spawner;
        this.events = events;
    }

    /** Prepares its files, starts it and waits until it is ready, or until that is of no use any more. */
    void startFirst(BooleanSupplier abandoned) {
        try {
            Files.createDirectories(place.work());
            launch.prepare();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot prepare component '" + name() + "' in " + place.work() + ": " + e, e);
        }
        start(abandoned);
    }

    @Override
    public void start() {
        if (alive()) {
            throw new IllegalStateException("component '" + name() + "' runs already, as process " + pid());
        }
        try {
            start(() -> false);
        } catch (EnvironmentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void start(BooleanSupplier abandoned) {
        place.ports().forEach(this::refuseTaken);
        long began = System.nanoTime();
        RunningProcess process = spawner.start(
                new ProcessSpec(name(), launch.command(), place.environment(), place.work(), place.log()));
        running.set(process);
        awaitReady(process, began, abandoned);
        events.ready(process, began);
    }

    private void refuseTaken(String name, int port) {
        if (!FreePorts.isFree(port)) {
            throw new EnvironmentException("component '" + name() + "' cannot listen on its port '" + name
                    + "': another process listens on " + port + "; end it (ss -ltnp 'sport = :" + port
                    + "' names it) or give the component another port");
        }
    }

    void awaitReady(BooleanSupplier abandoned) {
        awaitReady(process(), System.nanoTime(), abandoned);
    }

    private void awaitReady(RunningProcess process, long began, BooleanSupplier abandoned) {
        AtomicReference<Probe.Look> last = new AtomicReference<>(new Probe.Look(false, "nothing seen"));
        Await.until(spec.readyWithin(), () -> {
            last.set(process.alive() ? launch.look() : new Probe.Look(false, process.ending()));
            return last.get().ready() || !process.alive() || abandoned.getAsBoolean();
        });
        if (!last.get().ready()) {
            throw new EnvironmentException("component '" + name() + "' " + reason(process, last.get()) + " (after "
                    + ProcessEvents.millisSince(began) + " ms)\nlast lines of its log " + process.log() + ":\n  "
                    + String.join("\n  ", process.tail(LINES)));
        }
    }

    private String reason(RunningProcess process, Probe.Look last) {
        return process.alive()
                ? "was not ready within " + spec.readyWithin().toMillis() + " ms: " + last.seen()
                : process.ending() + " before it was ready";
    }

    void stop() {
        Optional.ofNullable(running.get()).ifPresent(process -> process.stop(place.grace()));
    }

    private RunningProcess process() {
        return Optional.ofNullable(running.get())
                .orElseThrow(() -> new IllegalStateException("component '" + name() + "' was not started"));
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long pid() {
        return process().pid();
    }

    @Override
    public boolean alive() {
        return Optional.ofNullable(running.get()).filter(RunningProcess::alive).isPresent();
    }

    @Override
    public boolean paused() {
        return alive() && process().paused();
    }

    @Override
    public void kill() {
        process().kill();
    }

    @Override
    public void pause() {
        process().pause();
    }

    @Override
    public void resume() {
        process().resume();
    }
}
