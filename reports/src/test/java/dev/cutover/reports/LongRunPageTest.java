package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with much to tell, or one that ended before its time, is still read at a glance. */
class LongRunPageTest {
    @TempDir
    Path directory;

    @Test
    void fewCounterExamplesAreShownAndTheOthersFolded() throws IOException {
        Document page = written(Altered.examples(SampleRun.noGoVerdict(), 32));
        assertThat(page.select("#check-rollback-complete > ol > li")).hasSize(3);
        assertThat(page.select("#check-rollback-complete details summary").text())
                .isEqualTo("29 more");
        assertThat(page.select("#check-rollback-complete details:not([open]) ol[start=4] > li"))
                .hasSize(29);
        assertThat(page.select("#check-agreement details")).isEmpty();
        assertThat(page.expectFirst("#check-rollback-complete dl").text()).isEqualTo("before key 1, version 7");
    }

    @Test
    void aGateThatMeasuredASentenceLetsItBreak() throws IOException {
        String sentence = "the bridge refused routing new: " + "HTTP 409 ".repeat(40);
        Document page = written(Altered.refusedRouting(SampleRun.noGoVerdict(), sentence));
        assertThat(page.expectFirst("#gates td:contains(HTTP 409)").className()).isEqualTo("t");
        assertThat(page.expectFirst("#gates th:contains(plan-completed)").className())
                .contains("whole");
    }

    @Test
    void gatesOfAPhaseDoNotRepeatIt() throws IOException {
        Document page = written(Altered.manyGates(SampleRun.noGoVerdict()));
        assertThat(page.select("#gates details").getFirst().select("thead th").eachText())
                .containsExactly("Gate", "Result", "Measured", "Limit");
    }

    @Test
    void faultsThatTheRunDidNotComeToCount() throws IOException {
        Document page = written(Altered.endedEarly(SampleRun.noGoVerdict()));
        assertThat(page.select(".figures dt:contains(Faults) + dd").text())
                .isEqualTo("7 of 8 verified from outside, 1 not tried");
        assertThat(page.select("#scope li:contains(but not proven active)").text())
                .endsWith("not proven active: second-cutover-1");
    }

    private Document written(VerdictReport verdict) throws IOException {
        var run = SampleRun.judged(directory, verdict);
        Reports.write(run);
        return Jsoup.parse(Files.readString(run.report()));
    }
}
