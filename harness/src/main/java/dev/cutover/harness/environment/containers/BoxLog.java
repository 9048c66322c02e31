package dev.cutover.harness.environment.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.cutover.harness.environment.running.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries what a container prints into a file. */
final class BoxLog {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Path file;
    private final AtomicReference<@Nullable Follower> follower = new AtomicReference<>();

    BoxLog(Path file) {
        this.file = file;
    }

    /** Begins with what it prints from now on, or already printed in its first start. */
    void follow(String container) {
        Follower next = new Follower(file);
        boolean first = follower.getAndSet(next) == null;
        var command = Engine.client()
                .logContainerCmd(container)
                .withFollowStream(true)
                .withStdOut(true)
                .withStdErr(true);
        if (!first) {
            command.withSince(Math.toIntExact(Instant.now().getEpochSecond()));
        }
        command.exec(next);
    }

    /** Waits for the last words of a container that has ended; not for one that still speaks. */
    void awaitWritten() {
        Follower current = follower.get();
        if (current != null) {
            var unused = Await.until(LAST_WORDS, current::ended);
        }
    }

    List<String> tail(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }

    void close() {
        Follower current = follower.getAndSet(null);
        if (current != null) {
            awaitEnd(current);
        }
    }

    private static void awaitEnd(Follower current) {
        try {
            var unused = Await.until(LAST_WORDS, current::ended);
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end a log", e);
        }
    }

    private static final class Follower extends ResultCallback.Adapter<Frame> {
        private final OutputStream out;
        private volatile boolean ended;

        Follower(Path file) {
            try {
                out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the log " + file, e);
            }
        }

        boolean ended() {
            return ended;
        }

        @Override
        public void onNext(Frame frame) {
            try {
                out.write(frame.getPayload());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write a log", e);
            }
        }

        @Override
        public void onComplete() {
            super.onComplete();
            finish();
        }

        @Override
        public void onError(Throwable failed) {
            super.onError(failed);
            finish();
        }

        private void finish() {
            ended = true;
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a log", e);
            }
        }
    }
}
