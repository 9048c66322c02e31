package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.cutover.environment.running.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private static final class Follower extends ResultCallback.Adapter<Frame> {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final OutputStream out;

        Follower(Path file) {
            try {
                out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the log " + file, e);
            }
        }

        @Override
        public void onNext(Frame frame) {
            try {
                out.write(frame.getPayload());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write a log", e);
            }
        }

        /** Closed by itself, too, when the stream has come to its end or was broken off. */
        @Override
        public void close() throws IOException {
            super.close();
            out.close();
            ended.countDown();
        }
    }
}
