package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A full rehearsal, as a user runs it")
class RehearsalIT {

    @TempDir
    private Path directory;

    @Test
    void of_the_reference_bridge_is_go_and_stays_so_when_judged_again() throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "42");
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isZero();
        assertThat(run.verdict().path("verdict").asText()).isEqualTo("GO");
        assertThat(run.root().resolve("report.html")).isNotEmptyFile();
        assertThat(run.root().resolve("junit.xml")).isNotEmptyFile();
        assertThat(run.root().resolve("summary.md")).isNotEmptyFile();
        assertThat(run.leftovers()).isEmpty();

        CommandLine check = CommandLine.start(directory, "check", "runs/latest");
        assertThat(check.exitCode()).as(check.text()).isZero();
        assertThat(run.verdict().path("verdict").asText()).isEqualTo("GO");
    }

    @ParameterizedTest
    @CsvSource({"without-back-sync, no-acknowledged-loss", "forgets-operation-ids, no-duplicate"})
    void of_a_broken_bridge_is_no_go_by_the_checker_that_must_catch_it(String bridge, String checker)
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(1);
        assertThat(run.checkers("FAIL")).contains(checker);
        assertThat(run.leftovers()).isEmpty();
    }
}
