package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured is the work of all checkers: each has something to examine in the run that the benchmark takes. */
class LargeRunTest {
    private static final int OPERATIONS = 20_000;

    @Test
    void everyCheckerExaminesSomethingOfARightRun() {
        List<Finding> findings = Judge.findings(new LargeRun(new LargeLoad(OPERATIONS)).evidence(), Checkers.all());
        assertThat(findings)
                .extracting(Finding::checker)
                .containsExactlyElementsOf(Checkers.all().keySet());
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.result()).as(finding.message()).isEqualTo(Result.PASS);
            assertThat(finding.examined()).as(finding.checker()).isPositive();
        });
    }
}
