package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems that are not Java and that nothing of the testbed knows, from their plan alone. As it is, notes is rehearsed by {@link ForeignRepositoryIT}. */
@DisplayName("A rehearsal of own systems from YAML alone")
class ExamplesIT {

    @TempDir
    private Path directory;

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @ParameterizedTest
    @CsvSource({"without-back-sync, 1, FAIL, rollback-complete", "copies-twice, 1, FAIL, no-duplicate"})
    void notes(String bridge, int exitCode, String result, String checker) throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", "notes", "--runtime", "processes", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.checkers(result)).as(rehearse.text()).contains(checker);
        assertThat(run.leftovers()).isEmpty();
    }

    static boolean notesCanRun() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", "import psycopg2").start();
        return python.waitFor() == 0 && Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }
}
