package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that was started inside a container. It ends with the container. */
final class DockerExecution {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final DockerClient client;
    private final String id;
    private final FrameFile output;

    private DockerExecution(DockerClient client, String id, FrameFile output) {
        this.client = client;
        this.id = id;
        this.output = output;
    }

    static DockerExecution start(
            DockerClient client, String container, List<String> command, Path directory, Path output) {
        String id = client.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withWorkingDir(directory.toString())
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        return new DockerExecution(client, id, client.execStartCmd(id).exec(new FrameFile(output)));
    }

    /** Its exit code; null if it had not ended within the limit, and was killed. */
    @Nullable
    Integer await(Duration limit) throws InterruptedException {
        try {
            if (output.awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.ofNullable(client.inspectExecCmd(id).exec().getExitCodeLong())
                        .map(Math::toIntExact)
                        .orElse(null);
            }
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
        kill();
        output.awaitCompletion(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        return null;
    }

    /** The engine has no call for that; its process is one of this machine's. */
    private void kill() {
        Optional.ofNullable(client.inspectExecCmd(id).exec().getPidLong())
                .flatMap(ProcessHandle::of)
                .ifPresent(first -> Stream.concat(first.descendants(), Stream.of(first))
                        .toList()
                        .forEach(ProcessHandle::destroyForcibly));
    }
}
