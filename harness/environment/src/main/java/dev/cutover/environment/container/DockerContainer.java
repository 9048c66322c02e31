package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.running.StartedProcess;
import dev.cutover.environment.running.Tail;
import dev.cutover.environment.spec.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecInContainerPattern;

/** One container. Killed and started again it keeps its name, its addresses and its files. */
final class DockerContainer implements StartedProcess {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String GREED = "all=$(head -c 64M /dev/zero | tr '\\0' x)";
    private static final int SHORT_ID = 12;

    private final DockerContainerSpec spec;
    private final DockerClient client;
    private final String id;
    private final DockerContainerLog log;
    private volatile long pid;

    private DockerContainer(DockerContainerSpec spec, DockerClient client, String id) {
        this.spec = spec;
        this.client = client;
        this.id = id;
        this.log = new DockerContainerLog(spec.log(), id);
    }

    /** Starts it and returns once its first process runs. */
    static DockerContainer start(DockerContainerSpec spec) {
        DockerClient client = Engine.client();
        try {
            DockerContainer container = new DockerContainer(spec, client, spec.create(client));
            container.run();
            return container;
        } catch (DockerException e) {
            throw new EnvironmentException(
                    "the container of " + spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private void run() {
        Instant before = Instant.now();
        client.startContainerCmd(id).exec();
        Long first = inspect().getState().getPidLong();
        pid = first == null ? 0 : first;
        log.follow(client, before);
    }

    DockerContainerSpec spec() {
        return spec;
    }

    InspectContainerResponse inspect() {
        return client.inspectContainerCmd(id).exec();
    }

    /** Of the image that the engine made it of, whatever its name stands for by now. */
    String imageId() {
        return String.valueOf(inspect().getImageId());
    }

    /** Under which a registry has that image; null if it was built here. */
    @Nullable
    String imageDigest() {
        List<String> digests = client.inspectImageCmd(imageId()).exec().getRepoDigests();
        return digests == null || digests.isEmpty() ? null : digests.getFirst();
    }

    /** Of its first process, as this machine sees it; the last one's after it has ended. */
    long pid() {
        return pid;
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

    boolean outOfMemory() {
        return Boolean.TRUE.equals(inspect().getState().getOOMKilled());
    }

    String state() {
        String ending = ending();
        return "container " + shortId()
                + (ending.isEmpty() ? " is " + inspect().getState().getStatus() : " " + ending);
    }

    /** The engine knows of an end a moment later than the operating system, by which it is seen to be alive. */
    @Override
    public String ending() {
        if (alive()) {
            return "";
        }
        Await.until(LIMIT, () -> !running());
        ContainerState state = inspect().getState();
        if (Boolean.TRUE.equals(state.getRunning())) {
            return "ended, and the engine does not say how";
        }
        String memory = Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : "";
        return "ended with exit code " + state.getExitCodeLong() + memory;
    }

    String shortId() {
        return id.substring(0, SHORT_ID);
    }

    /** SIGKILL to all of it; returns when it is gone. */
    void kill() {
        if (paused()) {
            resume();
        }
        signal("KILL");
        if (!awaitGone()) {
            throw new IllegalStateException(spec.name() + " is still there after SIGKILL: " + state());
        }
    }

    private boolean awaitGone() {
        return Await.until(LIMIT, () -> !alive() && !running());
    }

    /** Sends a signal to its first process; one that has ended gets none. */
    void signal(String signal) {
        try {
            client.killContainerCmd(id).withSignal(signal).exec();
        } catch (ConflictException | NotFoundException ended) {
            // There is nothing left to get it.
        }
    }

    /** Runs a command in it. */
    ExecResult exec(String... command) throws IOException, InterruptedException {
        return ExecInContainerPattern.execInContainer(client, inspect(), command);
    }

    /** Runs a program in it, in a directory of it. */
    DockerExecution execute(List<String> command, Path directory, Path output) {
        return DockerExecution.start(client, id, command, directory, output);
    }

    void pause() {
        client.pauseContainerCmd(id).exec();
    }

    void resume() {
        client.unpauseContainerCmd(id).exec();
    }

    /**
     * The kernel ends the largest process of a container whose memory is used up, and that is not the one that asks for
     * more here.
     */
    void exhaustMemory() {
        new DockerContainerMemory(client, id, spec.limits().memory()).tighten();
        try {
            exec("bash", "-c", GREED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use up the memory of " + spec.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!awaitGone() || !outOfMemory()) {
            throw new IllegalStateException(spec.name() + " was not ended for want of memory: " + state());
        }
    }

    void startAgain() {
        if (outOfMemory()) {
            new DockerContainerMemory(client, id, spec.limits().memory()).lift();
        }
        run();
    }

    /** SIGTERM, and SIGKILL when the grace is over; then it is removed, and its volumes with it. */
    void remove(Duration grace) {
        try {
            if (alive() && grace.isPositive()) {
                client.stopContainerCmd(id)
                        .withTimeout(Math.toIntExact(grace.toSeconds()))
                        .exec();
            }
        } catch (NotModifiedException | NotFoundException ended) {
            // It was quicker.
        }
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            // Somebody else removed it.
        }
        log.awaitWritten();
    }

    @Override
    public Path log() {
        return spec.log();
    }

    @Override
    public List<String> tail(int lines) {
        if (!alive()) {
            log.awaitWritten();
        }
        return Tail.of(spec.log(), lines);
    }
}
