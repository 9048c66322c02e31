package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void saysHowAComponentEndedThatWasNeverReady() {
        assertThatThrownBy(() -> await("ended with exit code 3"))
                .hasMessageStartingWith("component 'old' ended with exit code 3 before it was ready (after ");
    }

    @Test
    void saysThatItEndedWhereNobodyKnowsHow() {
        assertThatThrownBy(() -> await("")).hasMessageStartingWith("component 'old' ended before it was ready (after ");
    }

    private static void await(String ending) {
        var component = new ComponentSpec(
                "old",
                new Kind.Command(List.of("old")),
                Optional.empty(),
                Map.of(),
                Map.of(),
                new Ready.ByKind(),
                Set.of(),
                Duration.ofSeconds(1));
        new Readiness(component, () -> new Readiness.Look(true, "runs"))
                .await(new Ended(ending), System.nanoTime(), () -> false);
    }

    private record Ended(String ending) implements StartedProcess {
        @Override
        public boolean alive() {
            return false;
        }

        @Override
        public Path log() {
            return Path.of("old.log");
        }

        @Override
        public List<String> tail(int lines) {
            return List.of();
        }
    }
}
