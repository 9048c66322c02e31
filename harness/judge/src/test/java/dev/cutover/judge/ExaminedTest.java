package dev.cutover.judge;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each checker says it looked at, and what it does not look at when it was torn. */
class ExaminedTest {

    @Test
    void eachCheckerCountsWhatItExamined() {
        Map<String, Long> examined = new LinkedHashMap<>();
        TinyWorlds.good().findings().forEach((checker, finding) -> examined.put(checker, finding.examined()));
        assertThat(examined)
                .containsExactly(
                        entry("rollback-complete", 3L), // 11, 12, 13
                        entry("no-acknowledged-loss", 8L), // and 21, on two systems
                        entry("no-duplicate", 14L), // 5 + 5 + 3 rows, 1 effect
                        entry("no-phantom", 13L),
                        entry("order-per-key", 13L),
                        entry("freshness", 11L), // 3 that follow an answer, 4 writes in two ledgers
                        entry("routing", 7L), // 6 answers, 1 split
                        entry("agreement", 5L), // 2 keys, 2 orders, 1 price
                        entry("no-update-lost", 2L),
                        entry("side-effects", 2L), // 1 call, 1 payment
                        entry("conservation", 3L), // 1 sum in three dumps
                        entry("power", 4L)); // 1 phase, 3 kinds
    }

    @Test
    void eachCheckerHasATitleOfItsOwn() {
        assertThat(TinyWorlds.good().findings().values())
                .extracting(Finding::title)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "JOURNAL, rollback-complete no-acknowledged-loss no-duplicate no-phantom order-per-key freshness routing side-effects power",
        "EVENTS, no-acknowledged-loss routing agreement no-update-lost side-effects conservation power",
        "EFFECTS, side-effects power",
        "UPDATES, no-update-lost power",
        "INITIAL_TOTALS, conservation power",
        "DEAD_LETTERS, power"
    })
    void whoNeedsATornPartIsUnknown(EvidencePart part, String checkers) {
        World world = TinyWorlds.good();
        world.damage.put(part, "torn");
        Map<String, Result> results = new LinkedHashMap<>(world.results());
        results.values().removeIf(result -> result == Result.PASS);
        assertThat(results).containsOnlyKeys(checkers.split(" ")).doesNotContainValue(Result.FAIL);
    }
}
