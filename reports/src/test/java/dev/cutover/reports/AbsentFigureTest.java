package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not measured is a dash, never a zero. */
class AbsentFigureTest {
    @TempDir
    Path directory;

    private RunDirectory run;

    @BeforeEach
    void written() throws IOException {
        run = SampleRun.judged(directory, Altered.unmeasured(SampleRun.noGoVerdict()));
        Reports.write(run);
    }

    @Test
    void inThePage() throws IOException {
        Document page = Jsoup.parse(Files.readString(run.report()));
        assertThat(page.select(".figures strong").eachText())
                .containsExactly("–", "–", "–", "–", "0", "0", "–", "8 of 8");
        assertThat(page.select("#reproduce th:contains(machine busy) + td").text())
                .isEqualTo("–");
    }

    @Test
    void inTheSummary() throws IOException {
        assertThat(Files.readAllLines(run.summary()))
                .contains(
                        "| Lost at rollback | – | not known |",
                        "| Rollback took | – | not known |",
                        "| Hold per bucket move p99 | – | 7 moves, 0 aborts |");
    }
}
