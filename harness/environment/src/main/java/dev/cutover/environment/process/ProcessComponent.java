package dev.cutover.environment.process;

import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.ComponentFiles;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.Readiness;
import dev.cutover.environment.running.RunLog;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A component as a process; killed and started again it is a new process on the same ports and files. */
final class ProcessComponent implements Platform.Component {
    private final Readiness readiness;
    private final Launch launch;
    private final Place place;
    private final Spawner spawner;
    private final ProcessEvents events;
    private final ProgramsBeside beside;
    private final AtomicReference<@Nullable RunningProcess> running = new AtomicReference<>();

    /** What stays the same when it is started again. */
    record Place(ComponentContext context, Map<String, String> environment, Path work, Path logs, Duration grace) {
        String name() {
            return context.name();
        }

        Path log() {
            return logs.resolve(name() + ".log");
        }

        ComponentFiles files() {
            return ComponentFiles.of(context, work);
        }
    }

    ProcessComponent(Launch launch, Place place, Spawner spawner, ProcessEvents events) {
        this.readiness = place.context().readiness();
        this.beside = new ProgramsBeside(
                place.name(), place.environment(), place.work(), spawner, new RunLog(place.logs(), place.name()));
        this.launch = launch;
        this.place = place;
        this.spawner = spawner;
        this.events = events;
    }

    @Override
    public void startFirst(BooleanSupplier abandoned) {
        try {
            Files.createDirectories(place.work());
            place.files().writeFirst();
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
        place.context().addresses().portsOf(name()).forEach(this::refuseTaken);
        long began = System.nanoTime();
        RunningProcess process = spawner.start(
                new ProcessSpec(name(), launch.command(), place.environment(), place.work(), place.log()));
        running.set(process);
        readiness.await(process, began, abandoned);
        events.ready(process, began);
    }

    private void refuseTaken(String name, Address address) {
        int port = address.port();
        if (!FreePorts.isFree(port)) {
            throw new EnvironmentException("component '" + name() + "' cannot listen on its port '" + name
                    + "': another process listens on " + port + "; end it (ss -ltnp 'sport = :" + port
                    + "' names it) or give the component another port");
        }
    }

    @Override
    public void awaitReady(BooleanSupplier abandoned) {
        readiness.await(process(), System.nanoTime(), abandoned);
    }

    @Override
    public void stop(StopMode mode) {
        Optional.ofNullable(running.get()).ifPresent(process -> {
            boolean servedToTheEnd = process.alive();
            beside.kill();
            process.stop(mode.within(place.grace()));
            if (servedToTheEnd) {
                launch.retire();
            }
        });
    }

    private RunningProcess process() {
        return Optional.ofNullable(running.get())
                .orElseThrow(() -> new IllegalStateException("component '" + name() + "' was not started"));
    }

    @Override
    public String name() {
        return place.name();
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
    public String state() {
        return process().state();
    }

    @Override
    public void terminate() {
        process().handle().destroy();
    }

    @Override
    public boolean outOfMemory() {
        return false;
    }

    @Override
    public void exhaustMemory() {
        throw new IllegalStateException(
                "component '" + name() + "' is a process, and only containers have a memory limit");
    }

    @Override
    public void kill() {
        process().kill();
        beside.kill();
    }

    @Override
    public void pause() {
        process().pause();
        beside.pause();
    }

    @Override
    public void resume() {
        process().resume();
        beside.resume();
    }

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) throws InterruptedException {
        if (!alive() || paused()) {
            throw new IllegalStateException("nothing can be run beside component '" + name() + "', which "
                    + (alive() ? "is paused" : "does not run") + ": " + state());
        }
        try {
            return beside.run(place.context().command(command, values), limit, this::alive);
        } catch (EnvironmentException | UncheckedIOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void write(String file, Map<String, String> values) {
        try {
            place.files().write(file, values);
        } catch (EnvironmentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
