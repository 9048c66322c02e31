package dev.cutover.environment.container;

import dev.cutover.environment.running.Ending;
import dev.cutover.environment.running.Readiness;
import dev.cutover.environment.running.StartableComponent;
import dev.cutover.environment.spec.EnvironmentException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A component as a container; killed and started again it is the same container, at the same addresses, with its files. */
final class ContainerComponent implements StartableComponent {
    private final Readiness readiness;
    private final BoxSpec spec;
    private final Duration grace;
    private final ContainerEvents events;
    private final Consumer<Box> onFirstStart;
    private final AtomicReference<@Nullable Box> running = new AtomicReference<>();

    /**
     * A component that is not started yet.
     *
     * @param grace from SIGTERM to SIGKILL when it is stopped; zero: SIGKILL at once
     * @param onFirstStart told as soon as its first process runs
     */
    ContainerComponent(
            Readiness readiness, BoxSpec spec, Duration grace, ContainerEvents events, Consumer<Box> onFirstStart) {
        this.readiness = readiness;
        this.spec = spec;
        this.grace = grace;
        this.events = events;
        this.onFirstStart = onFirstStart;
    }

    @Override
    public void startFirst(BooleanSupplier abandoned) {
        long began = System.nanoTime();
        Box box = Box.start(spec);
        running.set(box);
        onFirstStart.accept(box);
        awaitFirst(box, began, abandoned);
    }

    @Override
    public void start() {
        if (alive()) {
            throw new IllegalStateException("component '" + name() + "' runs already: " + state());
        }
        try {
            long began = System.nanoTime();
            box().startAgain();
            awaitFirst(box(), began, () -> false);
        } catch (EnvironmentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void awaitFirst(Box box, long began, BooleanSupplier abandoned) {
        events.started(box);
        readiness.await(box, began, abandoned);
        events.ready(box, began);
    }

    @Override
    public void awaitReady(BooleanSupplier abandoned) {
        readiness.await(box(), System.nanoTime(), abandoned);
    }

    @Override
    public void stop(Ending ending) {
        started().ifPresent(box -> {
            box.remove(ending.within(grace));
            events.ended(box, "stopped");
        });
    }

    private Box box() {
        return started().orElseThrow(() -> new IllegalStateException("component '" + name() + "' was not started"));
    }

    private Optional<Box> started() {
        return Optional.ofNullable(running.get());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long pid() {
        return box().pid();
    }

    @Override
    public boolean alive() {
        return started().filter(Box::alive).isPresent();
    }

    @Override
    public boolean paused() {
        return alive() && box().paused();
    }

    @Override
    public String state() {
        return box().state();
    }

    @Override
    public void kill() {
        box().kill();
        events.ended(box(), box().ending());
    }

    @Override
    public boolean outOfMemory() {
        return box().outOfMemory();
    }

    @Override
    public void exhaustMemory() {
        box().exhaustMemory();
        events.ended(box(), box().ending());
    }

    @Override
    public void terminate() {
        box().signal("TERM");
    }

    @Override
    public void pause() {
        box().pause();
    }

    @Override
    public void resume() {
        if (box().paused()) {
            box().resume();
        }
    }
}
