package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.InjectorHealth.StartLag;
import dev.cutover.record.run.InjectorHealth.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthLimitsTest {
    @TempDir
    private Path directory;

    @Test
    void aRunThatKeptItsPlanIsHealthy() {
        HealthDecision decision = HealthLimits.DEFAULT.judge(health(360, 249, Map.of()));
        assertThat(decision.healthy()).isTrue();
    }

    @Test
    void lateStartsTooFewSessionsAndErrorsOfTheInjectorAreNot() {
        assertThat(HealthLimits.DEFAULT.judge(health(360, 251, Map.of())).message())
                .contains("p99 251 ms, limit 250 ms");
        assertThat(HealthLimits.DEFAULT.judge(health(340, 10, Map.of())).message())
                .contains("340 sessions instead of 360 in the 10 s from second 0");
        assertThat(HealthLimits.DEFAULT
                        .judge(health(360, 10, Map.of("too-many-open-files", 3L)))
                        .message())
                .contains("3 × too-many-open-files");
        assertThat(HealthLimits.DEFAULT.judge(health(0, 10, Map.of())).message())
                .contains("there was no load");
    }

    @Test
    void theFileGivesBackWhatWasWritten() throws IOException {
        InjectorHealth health = health(360, 12.5, Map.of("no-local-address", 1L));
        Path file = directory.resolve("injector-1.health.json");
        HealthFile.write(file, health);
        assertThat(HealthFile.read(file)).isEqualTo(health);
    }

    private static InjectorHealth health(long started, double p99, Map<String, Long> errors) {
        return new InjectorHealth(
                "ended",
                12,
                400,
                started == 0 ? 0 : started + 40,
                180,
                178,
                2_000,
                2_010,
                new StartLag(1, p99, p99),
                List.of(new Window(0, 360, started, true), new Window(10, 40, 10, false)),
                new TreeMap<>(errors),
                0.2,
                0.001,
                4.5);
    }
}
