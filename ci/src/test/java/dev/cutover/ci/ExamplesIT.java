package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems that are not Java and that nothing of the testbed knows, from their plan alone. */
@DisplayName("A rehearsal of own systems from YAML alone")
class ExamplesIT {

    private static final Path OWN_LOAD = Path.of("../scenarios/examples/notes/plan-own-load.yaml")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path directory;

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @ParameterizedTest
    @CsvSource({
        "reference, 0, PASS, no-acknowledged-loss",
        "without-back-sync, 1, FAIL, rollback-complete",
        "copies-twice, 1, FAIL, no-duplicate",
        "without-registers, 2, UNKNOWN, power"
    })
    void notes(String bridge, int exitCode, String result, String checker) throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", "notes", "--runtime", "processes", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.checkers(result)).as(rehearse.text()).contains(checker);
        assertThat(run.leftovers()).isEmpty();
    }

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @Test
    void notes_under_a_load_that_is_a_program_of_its_own() throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", OWN_LOAD.toString(), "--runtime", "processes", "--seed", "42");
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isZero();
        assertThat(run.checkers("PASS"))
                .contains(
                        "no-acknowledged-loss",
                        "no-duplicate",
                        "last-write",
                        "freshness",
                        "routing",
                        "rollback-complete");
        assertThat(rehearse.text()).contains("the load is the plan's own");
        assertThat(run.leftovers()).isEmpty();
    }

    static boolean notesCanRun() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", "import psycopg2").start();
        return python.waitFor() == 0 && Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }
}
