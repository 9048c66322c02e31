package dev.cutover.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport.Gate;
import dev.cutover.scenarios.stage.BrokenBridge.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three shares: the keys 0, 3, 6 … are of the first bridge, 1, 4, 7 … of the second, and the others meet no defect. */
class AttributionTest {
    private static final Gate COMPLETED = gate("plan-completed", Result.PASS);

    @TempDir
    private Path directory;

    @Test
    void who_has_the_keys_that_a_checker_names_is_accused() throws IOException {
        assertThat(outcomes("pair", List.of(finding("freshness", Result.FAIL, "3", "6")), COMPLETED))
                .extracting(outcome -> outcome.bridge().name(), Outcome::verdict, Outcome::failed)
                .containsExactly(tuple("one", Verdict.NO_GO, Set.of("freshness")), tuple("two", Verdict.GO, Set.of()));
    }

    @Test
    void keys_of_nobodys_share_are_accused_falsely() throws IOException {
        List<Finding> findings = List.of(
                finding("freshness", Result.FAIL, "2"),
                finding("kept", Result.FAIL),
                finding("agreement", Result.PASS, "5"));
        assertThat(outcomes("pair", findings.subList(0, 1), COMPLETED))
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.GO, Verdict.GO);
        assertThat(others(findings, COMPLETED)).isEqualTo(new Outcome(pair(), Verdict.NO_GO, Set.of("freshness")));
        assertThat(others(List.of(), COMPLETED).verdict()).isEqualTo(Verdict.GO);
        assertThat(others(List.of(), gate("plan-completed", Result.FAIL)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void who_names_no_keys_accuses_the_only_one_of_which_it_is_expected() throws IOException {
        assertThat(outcomes(
                        "pair",
                        List.of(finding("kept", Result.FAIL), finding("agreement", Result.FAIL)),
                        COMPLETED,
                        gate("dead-letters", Result.FAIL)))
                .extracting(Outcome::failed)
                .containsExactly(Set.of("gate:dead-letters"), Set.of("kept"));
    }

    @Test
    void who_is_correct_answers_for_what_nobody_is_expected_to_be() throws IOException {
        assertThat(outcomes("odd", List.of(finding("kept", Result.FAIL)), COMPLETED))
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.NO_GO, Verdict.NO_GO);
        assertThat(outcomes("odd", List.of(finding("kept", Result.PASS)), COMPLETED))
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.GO, Verdict.GO);
    }

    @Test
    void nobody_is_cleared_by_a_plan_that_ended_early_or_a_checker_that_could_not_say() throws IOException {
        assertThat(outcomes("pair", List.of(), gate("plan-completed", Result.FAIL)))
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
        assertThat(outcomes("pair", List.of(finding("kept", Result.UNKNOWN)), COMPLETED))
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.GO, Verdict.INCONCLUSIVE);
    }

    @Test
    void only_bridges_of_the_catalogue_with_the_same_verdict_share_a_run() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue("wrong: { together: [one, sadly], programs: { bridge: a.B }, defect: x }"))
                .withMessageContaining("bridge 'wrong' cannot share its run with 'sadly'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue("wrong: { together: [one, calm], programs: { bridge: a.B }, defect: x }"))
                .withMessageContaining("bridge 'wrong' cannot share its run with 'calm'");
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> catalogue("wrong: { together: [one, two], defect: x }"))
                .withMessageContaining("goes with 'programs'");
    }

    private Outcome others(List<Finding> findings, Gate gate) throws IOException {
        return Attribution.ofOthers(pair(), findings, List.of(gate));
    }

    private BrokenBridge pair() throws IOException {
        return BrokenBridge.named("pair", catalogue(""));
    }

    private List<Outcome> outcomes(String name, List<Finding> findings, Gate... gates) throws IOException {
        return Attribution.of(BrokenBridge.named(name, catalogue("")), findings, List.of(gates));
    }

    private Path catalogue(String more) throws IOException {
        Path file = directory.resolve("bridges.yaml");
        Files.writeString(file, """
                one: { replaces: bridge, main: a.One, defect: x, caught-by: [freshness, 'gate:dead-letters'] }
                two: { replaces: sync, main: a.Two, defect: x, caught-by: [kept, freshness] }
                calm: { replaces: bridge, main: a.Calm, defect: None., verdict: GO }
                quiet: { replaces: bridge, main: a.Quiet, defect: None., verdict: GO }
                pair: { together: [one, two], programs: { bridge: a.B, sync: a.S }, defect: x }
                odd: { together: [calm, quiet], programs: { bridge: a.B }, defect: None., verdict: GO }
                """ + more);
        BrokenBridge.catalogue(file);
        return file;
    }

    private static Finding finding(String checker, Result result, String... keys) {
        return new Finding(checker, "", result, 9, result == Result.FAIL ? 1 : 0, "", List.of(), List.of(keys));
    }

    private static Gate gate(String name, Result result) {
        return new Gate(name, "", result, "", "", "");
    }
}
