package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ReadingSpec;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPlansTest {

    private static final Path REFERENCE = Path.of("plans/reference.yaml");
    private static final Path NOTES = Path.of("examples/notes/plan.yaml");

    @TempDir
    private Path directory;

    @Test
    void the_reference_goes_through_every_phase_with_a_fault_in_each() {
        Plan plan = read(REFERENCE).plan();

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
        assertThat(plan.phases().getFirst().bootstrap()).isTrue();
        assertThat(plan.phases().get(6).rollback()).isTrue();
    }

    @Test
    void how_often_a_defect_acted_is_found_among_other_meters() {
        Received meters = Received.of("""
                # HELP cutover_defect_activated_total
                # TYPE cutover_defect_activated_total counter
                cutover_defect_activated_total 3.0
                # EOF
                """, Map.of());
        assertThat(read(REFERENCE).plan().control().activated())
                .containsOnlyKeys("bridge", "sync")
                .allSatisfy((component, reading) -> assertThat(((ReadingSpec.Http) reading).look())
                        .hasValueSatisfying(
                                look -> assertThat(look.text(meters)).isEqualTo("3.0")));
    }

    @Test
    void a_fault_is_called_by_its_phase() {
        FaultSpec latency = read(REFERENCE).plan().phases().get(1).faults().getFirst();

        assertThat(latency.id()).isEqualTo("old-only-1");
        assertThat(latency.name()).isEqualTo("latency");
        assertThat(latency.target()).isEqualTo("old->db");
    }

    @Test
    void in_short_it_keeps_its_course_and_loses_its_faults() {
        Plan calm = read(REFERENCE).plan().inShort(60, Duration.ofSeconds(3));

        assertThat(calm.phases()).hasSize(8);
        assertThat(calm.phases()).allSatisfy(phase -> {
            assertThat(phase.faults()).isEmpty();
            assertThat(phase.hold()).isEqualTo(Duration.ofSeconds(3));
        });
        assertThat(calm.load().operationsPerSecond()).isEqualTo(60);
    }

    @Test
    void what_a_run_keeps_can_be_rehearsed_again_and_is_the_same() throws IOException {
        ResolvedPlan given = read(REFERENCE, "phases.dual.hold=30s", "parameters.households=100");
        Path kept = directory.resolve("plan.yaml");
        given.write(kept, Map.of("jre", "registry.example/jre:25"));

        ResolvedPlan again = read(kept);
        assertThat(again.plan().phases()).isEqualTo(given.plan().phases());
        assertThat(again.plan().phases().get(2).hold()).isEqualTo(Duration.ofSeconds(30));
        assertThat(again.plan())
                .usingRecursiveComparison()
                .ignoringFields("environment")
                .isEqualTo(given.plan());
        assertThat(again.environment().components())
                .isEqualTo(given.environment().components());
        assertThat(again.environment().parameters()).containsEntry("households", "100");
        assertThat(again.images()).containsOnly(Map.entry("jre", "registry.example/jre:25"));
        assertThat(kept).content().contains("jitter: 0 s").contains("route-after: 0 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "mariadb-to-postgres", "naive-bridge"})
    void an_example_and_each_of_its_broken_bridges_can_be_rehearsed(String example) {
        Path plan = Path.of("examples", example, "plan.yaml");
        Map<String, BrokenBridge> broken =
                BrokenBridge.catalogue(read(plan).bridges().orElseThrow());

        assertThat(broken).isNotEmpty();
        assertThat(broken.values())
                .allSatisfy(bridge -> read(plan, bridge.entry().set().toArray(String[]::new)));
    }

    @Test
    void a_step_writes_only_files_of_its_component() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read(NOTES, "control.steps.switch=[{ in: edge, write: ngnix.conf }]"))
                .withMessageContaining("is 'ngnix.conf', which is no file of 'edge', did you mean 'nginx.conf'?");
    }

    private static ResolvedPlan read(Path file, String... settings) {
        return new PlanReader(Faults.KINDS).read(file, List.of(settings));
    }
}
