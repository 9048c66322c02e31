package dev.cutover.harness.environment.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Statistics;
import dev.cutover.harness.environment.EnvironmentException;
import dev.cutover.harness.environment.running.Await;
import dev.cutover.harness.environment.running.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

/** One container. Killed and started again it keeps its name, its addresses and its files. */
final class Box implements Started {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long HEADROOM = 4 << 20;
    private static final long UNLIMITED = 1L << 40;
    private static final String GREED = "all=$(head -c 64M /dev/zero | tr '\\0' x)";

    private final BoxSpec spec;
    private final DockerClient client = Engine.client();
    private final Wired wired;
    private final BoxLog log;
    private volatile long pid;

    private Box(BoxSpec spec) {
        this.spec = spec;
        this.wired = new Wired(spec);
        this.log = new BoxLog(spec.log());
    }

    /** Starts it and returns once its first process runs. */
    static Box start(BoxSpec spec) {
        Box box = new Box(spec);
        try {
            box.wired.start();
            box.pid = box.inspectPid();
            box.log.follow(box.id());
            return box;
        } catch (ContainerFetchException e) {
            throw new EnvironmentException(
                    "the image " + spec.image() + " of " + spec.name() + " is not here and could not be pulled: "
                            + root(e) + "; where no registry can be reached, ci/images/build-local builds it",
                    e);
        } catch (ContainerLaunchException e) {
            throw new EnvironmentException("the container of " + spec.name() + " could not be started: " + root(e), e);
        }
    }

    private static String root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage()).strip();
    }

    BoxSpec spec() {
        return spec;
    }

    String id() {
        return wired.getContainerId();
    }

    InspectContainerResponse inspect() {
        return client.inspectContainerCmd(id()).exec();
    }

    /** Of its first process, as this machine sees it; the last one's after it has ended. */
    long pid() {
        return pid;
    }

    private long inspectPid() {
        Long first = inspect().getState().getPidLong();
        return first == null ? 0 : first;
    }

    /** Asks the operating system: this is asked many times a second, which would keep the engine busy. */
    @Override
    public boolean alive() {
        return pid > 0 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private boolean running() {
        return Boolean.TRUE.equals(inspect().getState().getRunning());
    }

    boolean paused() {
        return Boolean.TRUE.equals(inspect().getState().getPaused());
    }

    private boolean outOfMemory() {
        return Boolean.TRUE.equals(inspect().getState().getOOMKilled());
    }

    String state() {
        ContainerState state = inspect().getState();
        String memory = Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : "";
        return "container " + shortId() + " is " + state.getStatus() + ending(state) + memory;
    }

    @Override
    public String ending() {
        return ending(inspect().getState()).strip();
    }

    private static String ending(ContainerState state) {
        return Boolean.TRUE.equals(state.getRunning()) ? "" : " ended with exit code " + state.getExitCodeLong();
    }

    String shortId() {
        return id().substring(0, 12);
    }

    /** SIGKILL to all of it; returns when it is gone. */
    void kill() {
        if (paused()) {
            client.unpauseContainerCmd(id()).exec();
        }
        signal("KILL");
        if (!Await.until(LIMIT, () -> !alive() && !running())) {
            throw new IllegalStateException(spec.name() + " is still there after SIGKILL: " + state());
        }
    }

    /** Sends a signal to its first process; one that has ended gets none. */
    void signal(String signal) {
        try {
            client.killContainerCmd(id()).withSignal(signal).exec();
        } catch (ConflictException | NotFoundException ended) {
            // There is nothing left to get it.
        }
    }

    /** Runs a command in it. */
    Container.ExecResult exec(String... command) throws IOException, InterruptedException {
        return wired.execInContainer(command);
    }

    void pause() {
        client.pauseContainerCmd(id()).exec();
    }

    void resume() {
        client.unpauseContainerCmd(id()).exec();
    }

    /** The kernel ends the largest process of a container whose memory is used up, and that is not the one that asks for more here. */
    void exhaustMemory() {
        long used = usedMemory();
        limitMemory(used + HEADROOM, used + HEADROOM);
        try {
            exec("bash", "-c", GREED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use up the memory of " + spec.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Await.until(LIMIT, () -> !alive() && !running()) || !outOfMemory()) {
            throw new IllegalStateException(spec.name() + " was not ended for want of memory: " + state());
        }
    }

    private long usedMemory() {
        AtomicLong used = new AtomicLong();
        try (var stats = client.statsCmd(id()).withNoStream(true).exec(new ResultCallback.Adapter<Statistics>() {
            @Override
            public void onNext(Statistics seen) {
                Long usage = seen.getMemoryStats().getUsage();
                used.set(usage == null ? 0 : usage);
            }
        })) {
            stats.awaitCompletion();
            return used.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see the memory of " + spec.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the memory of " + spec.name(), e);
        }
    }

    private void limitMemory(long bytes, long withSwap) {
        client.updateContainerCmd(id())
                .withMemory(bytes)
                .withMemorySwap(withSwap)
                .exec();
    }

    void startAgain() {
        if (outOfMemory()) {
            limitMemory(UNLIMITED, -1);
        }
        client.startContainerCmd(id()).exec();
        pid = inspectPid();
        log.follow(id());
    }

    /** SIGTERM, and SIGKILL when the grace is over; then it is removed, and its volumes with it. */
    void remove(Duration grace) {
        try {
            if (alive() && grace.isPositive()) {
                client.stopContainerCmd(id())
                        .withTimeout(Math.toIntExact(grace.toSeconds()))
                        .exec();
            }
        } catch (NotModifiedException | NotFoundException ended) {
            // It was quicker.
        }
        try {
            client.removeContainerCmd(id())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            // Somebody else removed it.
        }
        log.close();
    }

    @Override
    public Path log() {
        return spec.log();
    }

    @Override
    public List<String> tail(int lines) {
        log.awaitWritten();
        return log.tail(lines);
    }
}
