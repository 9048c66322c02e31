package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledHarnessTest {
    @TempDir
    Path run;

    @Test
    void leavesNoProcessBehindWhenItIsKilled() throws IOException {
        Process harness = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        VictimHarness.class.getName(),
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(run.resolve("harness.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(run.resolve("up")));
            List<ProcessHandle> descendants = harness.descendants().toList();
            assertThat(descendants).hasSizeGreaterThan(10);

            harness.destroyForcibly();

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> descendants.stream().noneMatch(ProcessTree::alive));
        } finally {
            harness.destroyForcibly();
        }
    }
}
