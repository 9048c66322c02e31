package dev.cutover.environment.container;

import com.github.dockerjava.api.exception.DockerException;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.ComponentFiles;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.Readiness;
import dev.cutover.environment.running.RunLog;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.EnvironmentException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A component as a container; killed and started again it is the same container, at the same addresses, with its files.
 */
final class ContainerComponent implements Platform.Component {
    private final ComponentContext context;
    private final Readiness readiness;
    private final ComponentFiles files;
    private final RunLog runs;
    private final DockerContainerSpec spec;
    private final Duration grace;
    private final ContainerEvents events;
    private final Consumer<DockerContainer> onFirstStart;
    private final AtomicReference<@Nullable DockerContainer> running = new AtomicReference<>();

    /**
     * A component that is not started yet.
     *
     * @param files written before it starts
     * @param grace from SIGTERM to SIGKILL when it is stopped; zero: SIGKILL at once
     * @param onFirstStart told as soon as its first process runs
     */
    ContainerComponent(
            ComponentContext context,
            ComponentFiles files,
            DockerContainerSpec spec,
            Duration grace,
            ContainerEvents events,
            Consumer<DockerContainer> onFirstStart) {
        this.context = context;
        this.readiness = context.readiness();
        this.files = files;
        this.runs = new RunLog(spec.log().resolveSibling("."), spec.name());
        this.spec = spec;
        this.grace = grace;
        this.events = events;
        this.onFirstStart = onFirstStart;
    }

    @Override
    public void startFirst(BooleanSupplier abandoned) {
        files.writeFirst();
        long began = System.nanoTime();
        DockerContainer container = DockerContainer.start(spec);
        running.set(container);
        onFirstStart.accept(container);
        awaitFirst(container, began, abandoned);
    }

    @Override
    public void start() {
        if (alive()) {
            throw new IllegalStateException("component '" + name() + "' runs already: " + state());
        }
        try {
            long began = System.nanoTime();
            container().startAgain();
            awaitFirst(container(), began, () -> false);
        } catch (EnvironmentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void awaitFirst(DockerContainer container, long began, BooleanSupplier abandoned) {
        events.started(container);
        readiness.await(container, began, abandoned);
        events.ready(container, began);
    }

    @Override
    public void awaitReady(BooleanSupplier abandoned) {
        readiness.await(container(), System.nanoTime(), abandoned);
    }

    @Override
    public void stop(StopMode mode) {
        started().ifPresent(container -> {
            container.remove(mode.within(grace));
            events.ended(container, "stopped");
        });
    }

    private DockerContainer container() {
        return started().orElseThrow(() -> new IllegalStateException("component '" + name() + "' was not started"));
    }

    private Optional<DockerContainer> started() {
        return Optional.ofNullable(running.get());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long pid() {
        return container().pid();
    }

    @Override
    public boolean alive() {
        return started().filter(DockerContainer::alive).isPresent();
    }

    @Override
    public boolean paused() {
        return alive() && container().paused();
    }

    @Override
    public String state() {
        return container().state();
    }

    @Override
    public void kill() {
        container().kill();
        events.ended(container(), container().ending());
    }

    @Override
    public boolean outOfMemory() {
        return container().outOfMemory();
    }

    @Override
    public void exhaustMemory() {
        container().exhaustMemory();
        events.ended(container(), container().ending());
    }

    @Override
    public void terminate() {
        container().signal("TERM");
    }

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) throws InterruptedException {
        try {
            List<String> filled = context.command(command, values);
            Path output = runs.begin();
            Integer exit = container().execute(filled, files.work(), output).await(limit);
            return runs.end(filled, output, exit);
        } catch (EnvironmentException | DockerException e) {
            throw new IllegalStateException(
                    "nothing could be run beside component '" + name() + "': " + e.getMessage(), e);
        }
    }

    @Override
    public void write(String file, Map<String, String> values) {
        try {
            files.write(file, values);
        } catch (EnvironmentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void pause() {
        container().pause();
    }

    @Override
    public void resume() {
        if (container().paused()) {
            container().resume();
        }
    }
}
