package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    Path directory;

    @Test
    void startsWithTheVerdict() throws IOException {
        assertThat(written(SampleRun.go(directory)).getFirst()).startsWith("## ✅ GO – all 9 checks");
    }

    @Test
    void listsTheGravestFindingFirst() throws IOException {
        List<String> lines = written(SampleRun.noGo(directory));
        int header = lines.indexOf("|  | Check | Examined | Violations | Message |");
        assertThat(lines.get(header + 2)).startsWith("| ❌ FAIL | rollback-complete | 9,871 | 3 | 3 of 9871");
    }

    @Test
    void saysWhatOccurred() throws IOException {
        assertThat(written(SampleRun.go(directory)))
                .contains("| in-flight-at-a-move | 61 | ✅ 10 |", "| request-lost | – | – |");
    }

    @Test
    void hostileTextCannotLeaveItsCell() throws IOException {
        List<String> lines = written(Hostile.run(directory));
        assertThat(lines).noneMatch(line -> line.contains("<script>") && !line.equals(Hostile.AS_SHOWN));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| ❌ FAIL | rollback"))
                .allMatch(line -> line.split("(?<!\\\\)\\|").length == 6);
    }

    @Test
    void aKilledRunSaysSo() throws IOException {
        List<String> lines = written(SampleRun.interrupted(directory));
        assertThat(lines.getFirst()).startsWith("## ❔ NOT JUDGED");
        assertThat(lines).anyMatch(line -> line.startsWith("- **Incomplete:** verdict.json is missing"));
    }

    private static List<String> written(RunDirectory run) throws IOException {
        Reports.write(run);
        return Files.readAllLines(run.summary());
    }
}
