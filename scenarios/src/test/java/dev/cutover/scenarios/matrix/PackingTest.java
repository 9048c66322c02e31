package dev.cutover.scenarios.matrix;

import static dev.cutover.scenarios.matrix.Reference.GRID;
import static dev.cutover.scenarios.matrix.Reference.PACKING;
import static dev.cutover.scenarios.matrix.Reference.READ;
import static dev.cutover.scenarios.matrix.Reference.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    private static final Duration RECOVERED = Duration.ofSeconds(2);

    private final Choice choice = new Choice(GRID, PACKING);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_cell_is_in_exactly_one_run(long seed) {
        List<String> packed =
                choice.all(seed).stream().flatMap(List::stream).map(Cell::id).toList();

        assertThat(packed)
                .containsExactlyInAnyOrderElementsOf(
                        GRID.possible().stream().map(Cell::id).toList());
    }

    @Test
    void no_fault_begins_before_the_one_before_it_is_over_and_recovered_from() {
        for (List<Cell> run : choice.all(7)) {
            for (PhaseSpec phase : PACKING.phases(run)) {
                List<FaultSpec> faults = phase.faults();
                assertThat(faults).hasSizeLessThanOrEqualTo(Packing.PER_PHASE);
                for (int later = 1; later < faults.size(); later++) {
                    FaultSpec before = faults.get(later - 1);
                    assertThat(faults.get(later).at())
                            .isGreaterThanOrEqualTo(
                                    before.at().plus(before.lasts()).plus(RECOVERED));
                }
            }
        }
    }

    @Test
    void a_phase_lasts_until_its_last_fault_is_over() {
        for (List<Cell> run : choice.all(7)) {
            assertThat(PACKING.phases(run))
                    .allSatisfy(phase -> assertThat(phase.faults())
                            .allSatisfy(fault -> assertThat(phase.hold())
                                    .isGreaterThanOrEqualTo(fault.at().plus(fault.lasts()))));
        }
    }

    @Test
    void what_can_only_be_hit_in_a_change_is_there_before_it() {
        List<Cell> moves = choice.all(7).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.what().equals("crash-owner-durable"))
                .toList();

        assertThat(moves)
                .hasSize(4)
                .allSatisfy(cell -> assertThat(cell.fault().at()).isZero());
        assertThat(PACKING.phases(moves).stream().filter(phase -> phase.route().isPresent()))
                .allSatisfy(phase -> assertThat(phase.routeAfter()).isPositive());
    }

    @Test
    void who_is_killed_is_so_while_the_routing_changes() {
        List<Cell> kills = choice.all(7).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.what().equals("kill") && cell.phase().equals("rollback"))
                .toList();

        assertThat(kills)
                .extracting(cell -> cell.fault().target())
                .containsExactlyInAnyOrder("old-db", "new-db", "kafka", "payments", "old", "new", "sync", "bridge");
        assertThat(PACKING.phases(kills).stream().filter(PhaseSpec::rollback))
                .allSatisfy(phase -> assertThat(phase.faults())
                        .allSatisfy(fault -> assertThat(fault.at())
                                .isGreaterThan(phase.routeAfter())
                                .isLessThan(phase.routeAfter().plusMillis(500))));
    }

    @Test
    void a_planted_difference_is_reported_before_anything_breaks() {
        List<Cell> dual = choice.all(7).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.phase().equals("dual"))
                .toList();

        assertThat(dual)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.fault().at()).isGreaterThan(Duration.ofSeconds(3)));
    }

    @Test
    void a_change_that_a_fault_meets_is_asked_for_again() {
        assertThat(PACKING.phases(List.of(cell("half/kill/bridge"))).stream().flatMap(phase -> phase.route().stream()))
                .allSatisfy(route -> assertThat(route.by()).containsExactly("insist"));
    }

    @Test
    void as_many_runs_as_are_needed_and_not_one_more() {
        long most = READ.plan().phases().stream()
                .mapToLong(phase -> GRID.possible().stream()
                        .filter(cell -> cell.phase().equals(phase.name()))
                        .count())
                .max()
                .orElseThrow();

        assertThat(choice.all(7)).hasSize((int) Math.ceilDiv(most, Packing.PER_PHASE));
    }

    @Test
    void twelve_are_those_that_the_plan_chose_in_one_run() {
        assertThat(choice.some(12, 7))
                .singleElement()
                .satisfies(run -> assertThat(run).hasSize(12).isEqualTo(PACKING.chosen()));
    }

    @Test
    void more_are_drawn_by_the_seed_and_none_comes_twice() {
        List<List<Cell>> forty = choice.some(40, 7);

        assertThat(forty.stream().flatMap(List::stream).map(Cell::id))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(choice.some(40, 7)).isEqualTo(forty);
        assertThat(choice.some(40, 8)).isNotEqualTo(forty);
    }

    @Test
    void a_cell_is_found_again_by_its_name_at_its_time() {
        Cell placed = choice.all(7).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.id().equals("half/freeze-upstream/bridge->old"))
                .findFirst()
                .orElseThrow();

        assertThat(choice.named(List.of(placed.placed()))).containsExactly(List.of(placed));
    }

    @Test
    void what_is_no_cell_is_refused_with_the_nearest_or_the_reason() {
        assertThatThrownBy(() -> choice.named(List.of("half/freeze-upstraem/bridge->old")))
                .hasMessageContaining("did you mean 'half/freeze-upstream/bridge->old'?");
        assertThatThrownBy(() -> choice.named(List.of("half/out-of-memory/sync")))
                .hasMessageContaining("only a container can suffer it");
        assertThatThrownBy(() -> choice.named(List.of("half/kill/sync@soon"))).hasMessageContaining("@5000ms");
    }

    @Test
    void every_chosen_cell_is_one_of_the_grid() {
        List<String> possible = GRID.possible().stream().map(Cell::id).toList();

        assertThat(PACKING.chosen()).extracting(Cell::id).hasSize(12).isSubsetOf(possible);
    }
}
