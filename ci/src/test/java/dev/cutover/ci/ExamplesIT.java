package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships beside the reference: notes, of which the testbed knows only the plan; and the shop behind proxies off the shelf. */
@DisplayName("A rehearsal of an example, from YAML alone")
class ExamplesIT {

    private static final Path GATEWAY = Path.of("../scenarios/examples/naive-bridge/gateway/target/gateway-1.jar");

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
        assertThat(rehearsed("notes", bridge, exitCode).checkers(result)).contains(checker);
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
        assertThat(rehearsed("naive-bridge", bridge, exitCode).checkers(result)).contains(checkers.split(" "));
    }

    @Tag("nightly")
    @EnabledIf(value = "gatewayCanRun", disabledReason = "needs naive-bridge/gateway packaged, and python3")
    @ParameterizedTest
    @CsvSource({"gateway, routing", "gateway-without-back-sync, routing rollback-complete"})
    void naive_bridge_of_spring_cloud_gateway(String bridge, String checkers) throws IOException, InterruptedException {
        assertThat(rehearsed("naive-bridge", bridge, 1).checkers("FAIL")).contains(checkers.split(" "));
    }

    private RunFiles rehearsed(String plan, String bridge, int exitCode) throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startInOwnNetwork(
                directory, "rehearse", plan, "--runtime", "processes", "--seed", "42", "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.leftovers()).isEmpty();
        return run;
    }

    static boolean notesCanRun() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", "import psycopg2").start();
        return python.waitFor() == 0 && nginxCanRun();
    }

    static boolean nginxCanRun() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) && Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    static boolean gatewayCanRun() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) && Files.isRegularFile(GATEWAY);
    }
}
