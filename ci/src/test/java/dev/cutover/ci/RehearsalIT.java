package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void of_a_broken_bridge_is_no_go_by_the_checker_that_must_catch_it() throws IOException, InterruptedException {
        CommandLine rehearse =
                CommandLine.start(directory, "rehearse", "--seed", "42", "--bridge", "forgets-operation-ids");
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(1);
        assertThat(run.checkers("FAIL")).contains("no-duplicate");
        assertThat(run.leftovers()).isEmpty();
    }

    @Test
    void of_ten_broken_bridges_at_once_tells_each_by_its_keys() throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "42", "--bridge", "ten-together");
        int code = rehearse.exitCode();

        assertThat(code).as(rehearse.text()).isEqualTo(1);
        assertThat(rehearse.text().lines().filter(line -> line.startsWith("bridge:")))
                .as(rehearse.text())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).startsWith("bridge:  as expected of "));
    }
}
