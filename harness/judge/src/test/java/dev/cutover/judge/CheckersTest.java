package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckersTest {
    /** Of registers, invariants, texts, counts, what is kept, streams, contents and who accepted; see RolesTest, TextsAndCountsTest, KeptTest, StreamsTest, ContentTest and AuthorityTest. */
    private static final int NOT_OWED = 8;

    @Test
    void aGoodWorldPassesEveryChecker() {
        assertThat(TinyWorlds.good().results())
                .hasSize(Checkers.all().size() - NOT_OWED)
                .allSatisfy((checker, result) -> assertThat(result).as(checker).isEqualTo(Result.PASS));
        assertThat(Judge.judge(TinyWorlds.whole().evidence()).verdict()).isEqualTo(Verdict.GO);
    }

    @Test
    void everyCheckerSaysWhatItExaminesAndWhatItNeeds() {
        Checkers.all().forEach((name, constructor) -> {
            assertThat(constructor.get().title()).as(name).isNotBlank();
            assertThat(constructor.get().needs().isEmpty()).as(name).isEqualTo(name.equals("power"));
        });
    }

    @Test
    void emptyEvidenceIsNeverAPass() {
        World world = new World();
        world.dumps.clear();
        world.events.clear();
        world.initialTotals.clear();
        world.injector = null;
        world.comparisons = null;
        for (EvidencePart part : EvidencePart.values()) {
            world.damage.put(part, "absent");
        }
        assertThat(world.results().values()).containsOnly(Result.UNKNOWN);
        assertThat(Judge.judge(world.evidence()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void emptyDumpsOfAnEmptyRunAreNoPassEither() {
        World world = new World();
        assertThat(world.results()).doesNotContainValue(Result.FAIL);
        assertThat(Judge.judge(world.evidence()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anIncompleteDumpMakesWhatItCarriesUnknown() {
        World world = TinyWorlds.good();
        world.dump("new-final").complete = false;
        assertThat(world.results())
                .containsEntry("agreement", Result.UNKNOWN)
                .containsEntry("no-acknowledged-loss", Result.UNKNOWN)
                .containsEntry("power", Result.UNKNOWN)
                .doesNotContainValue(Result.FAIL);
    }

    @Test
    void aCheckerThatBreaksIsUnknown() {
        Checker broken = new Checker() {
            @Override
            public String title() {
                return "broken";
            }

            @Override
            public Set<EvidencePart> needs() {
                return Set.of();
            }

            @Override
            public void check(Facts facts, Inquiry inquiry) {
                inquiry.examined(5);
                throw new IllegalStateException("boom");
            }
        };
        Evidence evidence = TinyWorlds.good().evidence();
        Finding finding =
                Judge.findings(evidence, Map.of("broken", () -> broken)).getFirst();
        assertThat(finding.result()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains("boom");
    }

    @Test
    void anOperationInvokedTwiceLeavesTheLedgersUnjudged() {
        World world = TinyWorlds.good();
        world.operations.add(world.operations.getFirst());
        assertThat(world.finding("no-duplicate").message()).contains("operation id 11 was invoked twice");
        assertThat(world.results()).containsEntry("order-per-key", Result.UNKNOWN);
        VerdictReport report = Judge.judge(world.evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.figures().operations().unknownApplied()).isNull();
        assertThat(report.figures().rollback()).isEqualTo(new VerdictReport.Rollback(310.5, null, null));
    }

    @Test
    void examplesAreCappedAndViolationsAreNot() {
        World world = new World();
        for (int id = 1; id <= 100; id++) {
            world.operation(id, World.PLACE, 1, Outcome.OK, id, id + 1L);
        }
        Finding finding = world.finding("no-acknowledged-loss");
        assertThat(finding.violations()).isEqualTo(200);
        assertThat(finding.examined()).isEqualTo(200);
        assertThat(finding.examples()).hasSize(32);
    }

    @Test
    void keysAreCalledAsPeopleKnowThem() {
        World world = TinyWorlds.good();
        world.keyTexts = List.of("one", "two", "three", "four", "five", "six", "seven", "eight");
        world.dump("new-final").ledger.remove(1);
        Finding order = world.finding("order-per-key");
        assertThat(order.message()).contains("key seven goes from version 1 to 3");
        assertThat(order.keys()).containsExactly("seven");
        assertThat(order.examples().getFirst().details()).containsEntry("key", "seven");
    }
}
