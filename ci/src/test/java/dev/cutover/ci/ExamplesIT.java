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

/** What ships beside the reference, from plans alone. As it is, notes is rehearsed by {@link ForeignRepositoryIT}. */
@DisplayName("A rehearsal of an example, from YAML alone")
class ExamplesIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path GATEWAY = HOME.resolve("scenarios/examples/naive-bridge/gateway/target/gateway-1.jar");
    private static final String NEEDS_OF_MARIADB =
            "needs mariadb-server-core, haproxy, openssl, python3-pymysql and python3-psycopg2";

    @TempDir
    private Path directory;

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @ParameterizedTest
    @CsvSource({
        "without-back-sync, 1, FAIL, rollback-complete",
        "copies-twice, 1, FAIL, no-duplicate",
        "without-registers, 2, UNKNOWN, power"
    })
    void notes(String bridge, int exitCode, String result, String checkers) throws IOException, InterruptedException {
        rehearse("notes", bridge, exitCode, result, checkers);
    }

    @EnabledIf(value = "notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
    @Test
    void notes_under_a_load_that_is_a_program_of_its_own() throws IOException, InterruptedException {
        String said = rehearse(
                HOME.resolve("scenarios/examples/notes/plan-own-load.yaml").toString(),
                "reference",
                0,
                "PASS",
                "no-acknowledged-loss no-duplicate last-write freshness routing rollback-complete");
        assertThat(said).contains("the load is the plan's own");
    }

    @Tag("nightly")
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
    void broken_mariadb_to_postgres(String bridge, String checkers) throws IOException, InterruptedException {
        rehearse("mariadb-to-postgres", bridge, 1, "FAIL", checkers);
    }

    @Tag("nightly")
    @EnabledIf(value = "nginxCanRun", disabledReason = "needs nginx-light and python3")
    @ParameterizedTest
    @CsvSource({
        "reference, 0, PASS, routing side-effects rollback-complete",
        "as-one-begins, 1, FAIL, routing side-effects rollback-complete",
        "without-draining, 1, FAIL, rollback-complete",
        "splits-requests, 1, FAIL, routing",
        "splits-customers, 1, FAIL, routing",
        "mirrors, 1, FAIL, side-effects",
        "without-back-sync, 1, FAIL, rollback-complete"
    })
    void naive_bridge_of_nginx(String bridge, int exitCode, String result, String checkers)
            throws IOException, InterruptedException {
        rehearse("naive-bridge", bridge, exitCode, result, checkers);
    }

    @Tag("nightly")
    @EnabledIf(value = "gatewayCanRun", disabledReason = "needs naive-bridge/gateway packaged, and python3")
    @ParameterizedTest
    @CsvSource({"gateway, routing", "gateway-without-back-sync, routing rollback-complete"})
    void naive_bridge_of_spring_cloud_gateway(String bridge, String checkers) throws IOException, InterruptedException {
        rehearse("naive-bridge", bridge, 1, "FAIL", checkers);
    }

    /** What it said, once it has come to the verdict by these checkers and left nothing running. */
    private String rehearse(String plan, String bridge, int exitCode, String result, String checkers)
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", plan, "--runtime", "processes", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.checkers(result)).as(rehearse.text()).contains(checkers.split(" "));
        assertThat(run.leftovers()).isEmpty();
        return rehearse.text();
    }

    static boolean notesCanRun() throws IOException, InterruptedException {
        return pythonHas("psycopg2") && nginxCanRun();
    }

    static boolean mariadbCanRun() throws IOException, InterruptedException {
        return pythonHas("psycopg2, pymysql")
                && Files.isExecutable(Path.of("/usr/sbin/mariadbd"))
                && Files.isExecutable(Path.of("/usr/sbin/haproxy"))
                && Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    static boolean nginxCanRun() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) && Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    static boolean gatewayCanRun() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) && Files.isRegularFile(GATEWAY);
    }

    private static boolean pythonHas(String modules) throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/python3", "-c", "import " + modules)
                        .start()
                        .waitFor()
                == 0;
    }
}
