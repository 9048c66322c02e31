package dev.cutover.scenarios.matrix;

import static dev.cutover.record.verdict.Verdict.GO;
import static dev.cutover.record.verdict.Verdict.INCONCLUSIVE;
import static dev.cutover.record.verdict.Verdict.NO_GO;
import static dev.cutover.scenarios.matrix.Reference.GRID;
import static dev.cutover.scenarios.matrix.Reference.READ;
import static dev.cutover.scenarios.matrix.Reference.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Verdict;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.scenarios.matrix.Campaign.Found;
import dev.cutover.scenarios.matrix.Campaign.Ran;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final Cell KILL = cell("half/kill/bridge");
    private static final Cell FREEZE = cell("new-only/freeze-upstream/bridge->old");
    private static final Cell CRASH = cell("rollback/crash-marker-seen/bridge");

    private final List<List<Cell>> asked = new ArrayList<>();

    @Test
    void a_run_that_is_go_says_so_of_all_its_cells() throws IOException {
        Campaign campaign = rehearse(cells -> GO, List.of(List.of(KILL, FREEZE), List.of(CRASH)));

        assertThat(asked).containsExactly(List.of(KILL, FREEZE), List.of(CRASH));
        assertThat(campaign.verdict()).isEqualTo(GO);
        assertThat(campaign.cells())
                .containsExactly(
                        new Found(KILL, GO, "run-1", false),
                        new Found(FREEZE, GO, "run-1", false),
                        new Found(CRASH, GO, "run-2", true));
    }

    @Test
    void of_one_that_is_not_each_cell_is_rehearsed_alone_and_the_culprit_named() throws IOException {
        Campaign campaign =
                rehearse(cells -> cells.contains(FREEZE) ? NO_GO : GO, List.of(List.of(KILL, FREEZE), List.of(CRASH)));

        assertThat(asked).containsExactly(List.of(KILL, FREEZE), List.of(KILL), List.of(FREEZE), List.of(CRASH));
        assertThat(campaign.verdict()).isEqualTo(NO_GO);
        assertThat(campaign.cells())
                .containsExactly(
                        new Found(KILL, GO, "run-2", true),
                        new Found(FREEZE, NO_GO, "run-3", true),
                        new Found(CRASH, GO, "run-4", true));
        assertThat(campaign.onlyTogether()).isEmpty();
        assertThat(text(campaign))
                .contains("new-only/freeze-upstream/bridge->old: NO-GO, run-3")
                .contains("NO-GO: 3 cells in 4 runs")
                .doesNotContain("half/kill");
    }

    @Test
    void what_is_found_only_together_stays_found() throws IOException {
        Campaign campaign = rehearse(cells -> cells.size() > 1 ? NO_GO : GO, List.of(List.of(KILL, FREEZE)));

        assertThat(campaign.verdict()).isEqualTo(NO_GO);
        assertThat(campaign.onlyTogether()).extracting(Ran::run).containsExactly("run-1");
        assertThat(text(campaign)).contains("only together: run-1 was NO-GO");
    }

    @Test
    void what_was_inconclusive_together_is_made_good_alone() throws IOException {
        Campaign campaign = rehearse(cells -> cells.size() > 1 ? INCONCLUSIVE : GO, List.of(List.of(KILL, FREEZE)));

        assertThat(campaign.verdict()).isEqualTo(GO);
    }

    @Test
    void a_fault_that_was_never_active_leaves_its_cell_inconclusive() throws IOException {
        Campaign campaign = rehearse(cells -> cells.contains(CRASH) ? INCONCLUSIVE : GO, List.of(List.of(KILL, CRASH)));

        assertThat(campaign.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(campaign.cells()).extracting(Found::verdict).containsExactly(GO, INCONCLUSIVE);
    }

    @Test
    void without_any_cell_nothing_is_shown() throws IOException {
        assertThat(rehearse(cells -> GO, List.of()).verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void the_table_has_a_line_for_each_fault_and_a_column_for_each_phase() throws IOException {
        Campaign campaign = rehearse(cells -> cells.contains(CRASH) ? NO_GO : GO, List.of(List.of(KILL, CRASH)));

        String line = text(campaign)
                .lines()
                .filter(one -> one.startsWith("bridge crash-marker-seen"))
                .findFirst()
                .orElseThrow()
                .substring("bridge crash-marker-seen".length());
        assertThat(line.replace(" ", "")).isEqualTo("----..N.");
    }

    @Test
    void a_matrix_that_was_only_looked_at_says_what_would_be_done() {
        String text = MatrixText.of(GRID, phases(), List.of(List.of(KILL, FREEZE), List.of(CRASH)));

        assertThat(text).contains("3 cells in 2 runs", "only a container can suffer it");
        assertThat(text.lines().filter(line -> line.startsWith("bridge kill")))
                .singleElement()
                .satisfies(line -> assertThat(line.replace(" ", "")).isEqualTo("bridgekill..--o..."));
    }

    private Campaign rehearse(Function<List<Cell>, Verdict> verdict, List<List<Cell>> runs) throws IOException {
        return Campaign.of(runs, cells -> {
            asked.add(cells);
            return new Ran(cells, verdict.apply(cells), "run-" + asked.size(), "because");
        });
    }

    private static String text(Campaign campaign) {
        return MatrixText.of(GRID, phases(), campaign);
    }

    private static List<String> phases() {
        return READ.plan().phases().stream().map(PhaseSpec::name).toList();
    }
}
