package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    Path directory;

    @Test
    void saysTheVerdictFirstInWords() throws IOException {
        Document page = written(SampleRun.go(directory));
        assertThat(page.body().child(0).select("h1").text()).isEqualTo("✓ GO");
        assertThat(page.select(".reason").text()).contains("all 9 checks");
    }

    @Test
    void showsTheFiguresOfTheVerdict() throws IOException {
        Document page = written(SampleRun.noGo(directory));
        assertThat(figure(page, "Lost at rollback")).isEqualTo("3 of 9,871 acknowledged writes");
        assertThat(figure(page, "Rollback took")).startsWith("1.24 s");
        assertThat(figure(page, "Hold per bucket move p99"))
                .isEqualTo("132 ms p50 28 ms, max 144 ms, 192 moves, 0 aborts");
        assertThat(figure(page, "Back-sync lag p99")).isEqualTo("288 ms p50 9.4 ms, max 402 ms");
        assertThat(figure(page, "Unknown outcomes")).isEqualTo("28 11 of them proved to have happened");
        assertThat(page.select("#phases tbody tr").get(2).text())
                .isEqualTo("dual 0:15 11.0 s 1,980 180.0/s 1,908 70 2 2.5 ms 43 ms 1.48 s request-lost");
    }

    @Test
    void opensWhatFailedAndLinksWhatDecided() throws IOException {
        Document page = written(SampleRun.noGo(directory));
        assertThat(page.select("#checks details[open]").eachAttr("id"))
                .containsExactly("check-rollback-complete", "check-agreement", "check-side-effects");
        String decided = page.select(".why a").attr("href");
        assertThat(page.select(decided).text())
                .contains("append 88123 of key 4711")
                .containsPattern("Keys: 4711, 4712, .*, 4730 and 40 more");
    }

    @Test
    void aFaultNotTestedInAPhaseIsNamedSo() throws IOException {
        Document page = written(SampleRun.go(directory));
        Element kill = page.expectFirst("#faults table").expectFirst("tbody tr");
        assertThat(kill.select("td").eachText())
                .containsExactly(
                        "✓ active",
                        "· not tested",
                        "· not tested",
                        "· not tested",
                        "· not tested",
                        "✓ active",
                        "· not tested",
                        "· not tested");
    }

    @Test
    void saysWhatOccurredAndWhatAFaultTouched() throws IOException {
        Document page = written(SampleRun.go(directory));
        assertThat(page.select("#occurred tbody tr").get(0).text())
                .startsWith("in-flight-at-a-move 61 ✓ 10 operations under way");
        assertThat(page.select("#occurred tbody tr").get(1).text())
                .as("what cannot be told is no zero")
                .startsWith("request-lost – – writes");
        assertThat(page.select("#faults table").get(1).select("tbody tr").get(0).text())
                .contains("412");
    }

    @Test
    void drawsEverySecondWithItsNumbers() throws IOException {
        Document page = written(SampleRun.go(directory));
        assertThat(page.select("svg rect.hit title")).hasSize(81);
        assertThat(page.select("svg rect.hit title").get(30).wholeText())
                .startsWith("0:30 · ten-percent · fault: ack-lost\np50 ");
    }

    @Test
    void needsNothingFromOutside() throws IOException {
        Document page = written(SampleRun.go(directory));
        assertThat(page.select("script, link, img, iframe, object, [src]")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).noneMatch(address -> address.contains(":"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void theBrowserIsToldToLoadAndRunNothing() throws IOException {
        Document page = written(SampleRun.go(directory));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void manyGatesAreGroupedByPhaseAndWhatDidNotPassIsOpen() throws IOException {
        Document page = written(SampleRun.judged(directory, Altered.manyGates(SampleRun.noGoVerdict())));
        assertThat(page.select("#gates summary").eachText())
                .contains("✓ PASS Whole run: 4 of 4 passed", "✕ FAIL dual: 1 of 2 passed");
        assertThat(page.select("#gates details[open]")).hasSize(1);
    }

    @Test
    void aVerdictThatLacksSomethingIsNoneAndSaidToBe() throws IOException {
        RunDirectory run = SampleRun.go(directory);
        Files.writeString(
                run.verdict(), Files.readString(run.verdict()).replaceFirst("\"limit\" : \"at most 0\",", ""));
        Document page = written(run);
        assertThat(page.select("h1").text()).isEqualTo("– NOT JUDGED");
        assertThat(page.select(".gaps li").eachText()).anyMatch(gap -> gap.contains("lacks 'gates[0].limit'"));
    }

    @Test
    void hostileTextStaysText() throws IOException {
        Document page = written(Hostile.run(directory));
        assertThat(page.select("script, b:contains(é)")).isEmpty();
        assertThat(page.expectFirst(".reason").wholeText()).isEqualTo(Hostile.AS_SHOWN);
        assertThat(page.expectFirst("#reproduce pre").wholeText()).isEqualTo(Hostile.AS_SHOWN);
    }

    @Test
    void aKilledRunShowsWhatThereIsAndSaysWhatIsMissing() throws IOException {
        Document page = written(SampleRun.interrupted(directory));
        assertThat(page.select("h1").text()).isEqualTo("– NOT JUDGED");
        assertThat(page.select(".gaps li").eachText())
                .anyMatch(gap -> gap.startsWith("verdict.json is missing"))
                .anyMatch(gap -> gap.matches("events.jsonl line \\d+ is torn.*"));
        assertThat(page.select("#phases tbody tr th").eachText())
                .containsExactly("bootstrap", "old-only", "dual", "ten-percent");
        assertThat(page.select("svg polyline.p99")).isNotEmpty();
        assertThat(figure(page, "Lost at rollback")).startsWith("–");
    }

    @Test
    void anEmptyDirectoryGetsAReportToo() throws IOException {
        Document page = written(new RunDirectory(directory));
        assertThat(page.select(".gaps li")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("#timeline").text()).contains("nothing to draw");
    }

    private static String figure(Document page, String name) {
        return page.select(".figures dt:contains(" + name + ") + dd").text();
    }

    @Test
    void showsHowManyMovedWhereTheyAreOnlyCounted() throws IOException {
        RunDirectory run = SampleRun.go(directory);
        String listed = Files.readString(run.events()).replaceAll("\"moves\":\\[[^]]*]", "\"moves\":[]");
        Files.writeString(run.events(), listed.replaceAll("\"moved\":\\d+", "\"moved\":30"));
        Document counted = written(run);
        assertThat(counted.select("#routing td").eachText()).contains("30");
        assertThat(counted.select("#routing .none").text()).contains("moved; the bridge did not list them");

        Files.writeString(run.events(), listed.replaceAll(",\"moved\":\\d+", ""));
        Document untold = written(run);
        assertThat(untold.select("#routing td").eachText()).doesNotContain("30", "0");
        assertThat(untold.select("#routing .none").text()).isEqualTo("–");
    }

    private static Document written(RunDirectory run) throws IOException {
        Reports.write(run);
        return Jsoup.parse(Files.readString(run.report()));
    }
}
