package dev.cutover.rehearse.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cutover.environment.yaml.PlanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {

    private static final Path REFERENCE = Path.of("../../scenarios/plans/reference.yaml");

    @TempDir
    private Path directory;

    @Test
    void the_reference_plan_goes_through_every_phase_with_a_fault_in_each() {
        Plan plan = PlanReader.read(REFERENCE);

        assertThat(plan.phases())
                .extracting(PhaseSpec::name)
                .containsExactly(
                        "bootstrap",
                        "old-only",
                        "dual",
                        "ten-percent",
                        "half",
                        "new-only",
                        "rollback",
                        "second-cutover");
        assertThat(plan.phases()).allSatisfy(phase -> assertThat(phase.faults()).isNotEmpty());
        assertThat(plan.environment()).exists();
        assertThat(plan.phases().getFirst().bootstrap()).isTrue();
        assertThat(plan.phases().get(6).rollback()).isTrue();
    }

    @Test
    void a_fault_has_its_own_options_with_units() {
        FaultSpec latency = PlanReader.read(REFERENCE).phases().get(1).faults().getFirst();

        assertThat(latency.id()).isEqualTo("old-only-1");
        assertThat(latency.target()).isEqualTo("old->db");
        assertThat(latency.options()).containsEntry("delay", Duration.ofMillis(20));
    }

    @Test
    void in_short_it_keeps_its_course_and_loses_its_faults() {
        Plan calm = PlanReader.read(REFERENCE).inShort(60, Duration.ofSeconds(3));

        assertThat(calm.phases()).hasSize(8);
        assertThat(calm.phases()).allSatisfy(phase -> {
            assertThat(phase.faults()).isEmpty();
            assertThat(phase.hold()).isEqualTo(Duration.ofSeconds(3));
        });
        assertThat(calm.load().operationsPerSecond()).isEqualTo(60);
    }

    @Test
    void an_unknown_key_is_refused_with_its_line_and_the_nearest_known() throws IOException {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> PlanReader.read(changed("route-after:", "route-afer:")))
                .withMessageContaining("plan.yaml:")
                .withMessageContaining("'route-afer'")
                .withMessageContaining("route-after");
    }

    @Test
    void a_mode_that_does_not_exist_is_refused_with_those_that_do() throws IOException {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> PlanReader.read(changed("mode: dual", "mode: duel")))
                .withMessageContaining("dual")
                .withMessageContaining("split");
    }

    @Test
    void split_needs_its_share() throws IOException {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> PlanReader.read(changed("mode: split, new-share: 0.1", "mode: split")))
                .withMessageContaining("new-share");
    }

    @Test
    void two_phases_of_one_name_are_refused() throws IOException {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> PlanReader.read(changed("name: half", "name: dual")))
                .withMessageContaining("two phases are called 'dual'");
    }

    private Path changed(String text, String other) throws IOException {
        String reference = Files.readString(REFERENCE);
        assertThat(reference).contains(text);
        return Files.writeString(directory.resolve("plan.yaml"), reference.replace(text, other));
    }
}
