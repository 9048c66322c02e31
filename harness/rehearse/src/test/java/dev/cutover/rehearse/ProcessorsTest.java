package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {
    @TempDir
    Path directory;

    @Test
    void sharesAreOfTheTimeBetweenTwoLooks() throws IOException {
        Path stat = directory.resolve("stat");
        Files.writeString(stat, "cpu  100 0 100 1000 50 0 0 10 0 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
        Processors processors = new Processors(stat);
        Files.writeString(stat, "cpu  140 20 110 1005 55 5 5 20 0 0\n");

        Processors.Use use = processors.use();

        assertThat(use.busy()).isCloseTo(0.7, within(1e-9));
        assertThat(use.stolen()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void whereItCannotBeReadItIsNotKnown() throws IOException {
        Processors processors = new Processors(directory.resolve("none"));
        assertThat(processors.use().busy()).isNull();
        Files.writeString(directory.resolve("none"), "cpu 1 2\n");
        assertThat(processors.use().stolen()).isNull();
    }

    @Test
    void thisMachineIsBusyToADegree() {
        Processors processors = new Processors();
        await().untilAsserted(() -> {
            Processors.Use use = processors.use();
            assertThat(use.busy()).isBetween(0.0, 1.0);
            assertThat(use.stolen()).isLessThanOrEqualTo(use.busy());
        });
    }
}
