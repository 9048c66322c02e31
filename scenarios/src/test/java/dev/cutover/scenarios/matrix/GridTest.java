package dev.cutover.scenarios.matrix;

import static dev.cutover.scenarios.matrix.Reference.GRID;
import static dev.cutover.scenarios.matrix.Reference.READ;
import static dev.cutover.scenarios.matrix.Reference.cell;
import static dev.cutover.scenarios.matrix.Reference.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.spec.Link;
import dev.cutover.rehearse.plan.CrashSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    @Test
    void every_phase_meets_every_fault_of_every_link_and_component_once() {
        List<String> all = Stream.concat(
                        GRID.possible().stream(), GRID.skipped().stream().map(Grid.Skipped::cell))
                .map(Cell::id)
                .toList();
        int points = READ.plan().control().crash().values().stream()
                .map(CrashSpec::points)
                .mapToInt(List::size)
                .sum();
        int faults = READ.environment().links().size() * 12
                + READ.environment().components().size() * 5
                + points;

        assertThat(all).doesNotHaveDuplicates().hasSize(READ.plan().phases().size() * faults);
    }

    @Test
    void both_directions_of_every_link_are_there_in_every_phase() {
        Set<String> phases =
                READ.plan().phases().stream().map(PhaseSpec::name).collect(Collectors.toCollection(TreeSet::new));
        phases.remove("dual");
        for (Link link : READ.environment().links()) {
            for (String phase : phases) {
                assertThat(cell(phase + "/freeze-upstream/" + link.name())).isNotNull();
                assertThat(cell(phase + "/freeze-downstream/" + link.name())).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "new-only", "rollback", "second-cutover"})
    void a_point_of_a_move_is_hit_where_keys_move(String phase) {
        assertThat(cell(phase + "/crash-fence-asked/bridge")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap", "old-only"})
    void and_nowhere_else(String phase) {
        assertThat(skipped(phase + "/crash-fence-asked/bridge"))
                .isEqualTo("no keys move in this phase, so that the point is not passed");
    }

    @Test
    void what_is_skipped_says_why() {
        assertThat(skipped("half/crash-chunk-copied/sync")).contains("nothing is copied");
        assertThat(skipped("bootstrap/crash-change-asked/bridge")).contains("routing does not change");
        assertThat(skipped("half/out-of-memory/sync")).isEqualTo("only a container can suffer it");
        assertThat(skipped("dual/down/client->bridge")).contains("it is their link");
        assertThat(skipped("dual/kill/bridge")).contains("what stands between them and old is broken");
        assertThat(GRID.skips().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(GRID.skipped().size());
    }

    @Test
    void in_containers_memory_can_run_out() {
        Grid containers = Grid.of(READ.plan(), READ.environment(), true);

        assertThat(containers.possible()).extracting(Cell::id).contains("half/out-of-memory/sync");
    }
}
