package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.record.event.Event;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path run;

    @Test
    void endsWhatARunStartedAndNothingElse() throws IOException {
        Process left = new ProcessBuilder("sleep", "300").start();
        Process other = new ProcessBuilder("sleep", "300").start();
        try {
            Files.createDirectories(run.resolve("work/old-db"));
            long ticks = ProcessTree.startTicks(left.toHandle()).orElseThrow();

            List<String> ended = Leftovers.end(
                    new RunDirectory(run),
                    List.of(started("old", left.pid(), ticks), started("new", other.pid(), ticks - 77)));

            assertThat(ended).containsExactly("old: ended process " + left.pid());
            await().until(() -> !left.isAlive());
            assertThat(other.isAlive()).isTrue();
            assertThat(run.resolve("work")).doesNotExist();
        } finally {
            left.destroyForcibly();
            other.destroyForcibly();
        }
    }

    private static Event started(String component, long pid, long ticks) {
        return new Event(
                1,
                Instant.EPOCH,
                "process",
                Map.of("component", component, "pid", pid, "startTicks", ticks, "state", "started"));
    }
}
