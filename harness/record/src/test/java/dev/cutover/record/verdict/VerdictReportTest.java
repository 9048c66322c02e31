package dev.cutover.record.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictReportTest {
    private static final VerdictReport REPORT = new VerdictReport(
            VerdictReport.SCHEMA,
            Verdict.INCONCLUSIVE,
            2,
            "nothing was judged",
            new VerdictReport.Run(
                    "run", "plan", 42, "reference", "processes", "", null, "", new Manifest.Machine(2, 1, "", "")),
            "./cutover rehearse --seed 42",
            List.of(),
            List.of(new VerdictReport.Gate("p99", "dual", Result.UNKNOWN, "–", "500 ms", "")),
            List.of(new VerdictReport.NotExamined("routing", "nobody says who served")),
            new VerdictReport.Figures(
                    new VerdictReport.Operations(0, 0, 0, 0, 0L, null),
                    null,
                    null,
                    new VerdictReport.Lag(null, null),
                    null,
                    null,
                    new VerdictReport.Environment(null),
                    new VerdictReport.Machine(null, null)),
            List.of(),
            List.of(),
            List.of(
                    new VerdictReport.Occurred(Hazard.REQUEST_LOST, 12L, 2),
                    new VerdictReport.Occurred(Hazard.ACKNOWLEDGEMENT_LOST, null, 0)));

    @TempDir
    Path directory;

    private RunDirectory run;

    @BeforeEach
    void written() throws IOException {
        run = new RunDirectory(directory);
        REPORT.write(run);
    }

    @Test
    void comes_back_with_what_was_not_measured_still_absent() throws IOException {
        assertThat(VerdictReport.read(run)).isEqualTo(REPORT);
        assertThat(Files.readString(run.verdict())).doesNotContain("perSecond", "null");
    }

    @Test
    void a_report_that_lacks_what_must_be_there_is_refused() throws IOException {
        replace("\"phase\" : \"dual\",", "");
        assertThatIOException().isThrownBy(() -> VerdictReport.read(run)).withMessageContaining("gates[0].phase");
    }

    @Test
    void a_report_of_another_schema_is_refused() throws IOException {
        replace(VerdictReport.SCHEMA, "cutover.verdict/1");
        assertThatIOException().isThrownBy(() -> VerdictReport.read(run)).withMessageContaining("cutover.verdict/1");
    }

    private void replace(String text, String by) throws IOException {
        String written = Files.readString(run.verdict());
        assertThat(written).contains(text);
        Files.writeString(run.verdict(), written.replace(text, by));
    }
}
