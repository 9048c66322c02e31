package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems that are not Java and that nothing of the testbed knows, from their plan alone. */
@DisplayName("A rehearsal of own systems from YAML alone")
class ExamplesIT {

    private static final String NEEDS_OF_MARIADB =
            "needs mariadb-server-core, haproxy, python3-pymysql and python3-psycopg2";

    @TempDir
    private Path directory;

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @ParameterizedTest
    @CsvSource({
        "reference, 0, PASS, no-acknowledged-loss",
        "without-back-sync, 1, FAIL, rollback-complete",
        "copies-twice, 1, FAIL, no-duplicate",
        "without-registers, 2, UNKNOWN, no-acknowledged-loss"
    })
    void notes(String bridge, int exitCode, String result, String checker) throws IOException, InterruptedException {
        rehearse("notes", bridge, exitCode, result, checker);
    }

    @EnabledIf(value = "mariadbCanRun", disabledReason = NEEDS_OF_MARIADB)
    @Test
    void mariadb_to_postgres() throws IOException, InterruptedException {
        rehearse("mariadb-to-postgres", "reference", 0, "PASS", "no-acknowledged-loss");
    }

    @Tag("nightly")
    @EnabledIf(value = "mariadbCanRun", disabledReason = NEEDS_OF_MARIADB)
    @ParameterizedTest
    @CsvSource({
        "without-back-sync, rollback-complete",
        "echoes, conservation",
        "drops-zero-dates, agreement",
        "another-collation, rollback-complete"
    })
    void broken_mariadb_to_postgres(String bridge, String checker) throws IOException, InterruptedException {
        rehearse("mariadb-to-postgres", bridge, 1, "FAIL", checker);
    }

    private void rehearse(String plan, String bridge, int exitCode, String result, String checker)
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", plan, "--runtime", "processes", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.checkers(result)).contains(checker);
        assertThat(run.leftovers()).isEmpty();
    }

    static boolean notesCanRun() throws IOException, InterruptedException {
        return pythonHas("psycopg2") && Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    static boolean mariadbCanRun() throws IOException, InterruptedException {
        return pythonHas("psycopg2, pymysql")
                && Files.isExecutable(Path.of("/usr/sbin/mariadbd"))
                && Files.isExecutable(Path.of("/usr/sbin/haproxy"));
    }

    private static boolean pythonHas(String modules) throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/python3", "-c", "import " + modules)
                        .start()
                        .waitFor()
                == 0;
    }
}
