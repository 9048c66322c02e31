package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SpawnerTest {
    @TempDir
    Path directory;

    private final Spawner spawner = new Spawner();

    @AfterEach
    void endAll() {
        spawner.close();
    }

    @Test
    void keepsTheOutputAndPassesTheEnvironment() {
        RunningProcess process = shell("echo \"$COLOUR and ($USER)\"; echo bad >&2; exit 7");
        await().until(() -> !process.alive());

        assertThat(process.tail(5)).containsExactly("red and ()", "bad");
        assertThat(process.ending()).isEqualTo("ended with exit code 7");
    }

    @Test
    void stopsWithinTheGrace() {
        RunningProcess process = shell("trap 'echo bye; exit 0' TERM; while :; do read -t 0.05 x < /dev/zero; done");
        await().until(process::alive);
        process.stop(Duration.ofSeconds(2));

        assertThat(process.alive()).isFalse();
    }

    @Test
    void killsDescendantsToo() {
        RunningProcess process = shell("sleep 300 & sleep 301 & wait");
        await().until(() -> process.handle().descendants().count() == 2);
        List<ProcessHandle> descendants = process.handle().descendants().toList();
        process.kill();

        assertThat(process.alive()).isFalse();
        assertThat(descendants).noneMatch(ProcessTree::alive);
    }

    @Test
    void pausesAndResumesDescendantsToo() {
        RunningProcess process = shell("sleep 300 & wait");
        await().until(() -> process.handle().descendants().count() == 1);

        process.pause();
        assertThat(process.paused()).isTrue();
        process.resume();
        assertThat(process.paused()).isFalse();
    }

    @Test
    void closingEndsEverything() {
        RunningProcess one = shell("sleep 300");
        RunningProcess stubborn = shell("trap '' TERM; sleep 300 & wait; wait");
        spawner.close();

        assertThat(one.alive()).isFalse();
        assertThat(stubborn.alive()).isFalse();
    }

    @Test
    void namesWhatCannotBeStarted() {
        Path missing = directory.resolve("no-such-directory");
        assertThatThrownBy(() -> spawner.start(
                        new ProcessSpec("old", List.of("true"), Map.of(), missing, directory.resolve("old.log"))))
                .hasMessageContaining("cannot start old: true");
    }

    private RunningProcess shell(String script) {
        return spawner.start(new ProcessSpec(
                "shell",
                List.of("bash", "-c", script),
                Map.of("COLOUR", "red"),
                directory,
                directory.resolve("shell" + script.hashCode() + ".log")));
    }
}
