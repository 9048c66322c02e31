package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import dev.cutover.environment.running.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Carries what a container prints into a file. */
final class DockerContainerLog {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Path file;
    private final String container;
    private volatile @Nullable Follower follower;

    DockerContainerLog(Path file, String container) {
        this.file = file;
        this.container = container;
    }

    /**
     * Carries what it prints from its latest start on; the engine knows no finer times than seconds, so a few lines
     * before may come again.
     */
    void follow(DockerClient client, Instant started) {
        Follower next = new Follower(file);
        client.logContainerCmd(container)
                .withFollowStream(true)
                .withStdOut(true)
                .withStdErr(true)
                .withSince(Math.toIntExact(started.getEpochSecond()))
                .exec(next);
        follower = next;
    }

    /** Waits for the last words of a container that has ended. */
    void awaitWritten() {
        Follower current = follower;
        if (current != null) {
            Await.until(LAST_WORDS, () -> current.ended.getCount() == 0);
        }
    }

    private static final class Follower extends FrameFile {
        private final CountDownLatch ended = new CountDownLatch(1);

        Follower(Path file) {
            super(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        /** Closed by itself, too, when the stream has come to its end or was broken off. */
        @Override
        public void close() throws IOException {
            super.close();
            ended.countDown();
        }
    }
}
