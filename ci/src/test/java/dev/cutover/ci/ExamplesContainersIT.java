package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the image that scenarios/examples/Dockerfile makes. */
@DisplayName("A rehearsal of an example in containers")
@EnabledIf(value = "imageIsThere", disabledReason = "needs docker build -t cutover-examples scenarios/examples")
class ExamplesContainersIT {

    /** Whose operations' ids have all the digits that a long can have. */
    private static final String SEED = "32000";

    @TempDir
    private Path directory;

    @Test
    void of_notes_is_go() throws IOException, InterruptedException {
        rehearse("notes", "reference", 0, "PASS", "no-acknowledged-loss");
    }

    @Tag("nightly")
    @Test
    void of_mariadb_to_postgres_is_go() throws IOException, InterruptedException {
        rehearse("mariadb-to-postgres", "reference", 0, "PASS", "no-acknowledged-loss");
    }

    @Tag("nightly")
    @Test
    void of_a_naive_bridge_is_no_go() throws IOException, InterruptedException {
        rehearse("naive-bridge", "as-one-begins", 1, "FAIL", "routing");
    }

    private void rehearse(String plan, String bridge, int exitCode, String result, String checker)
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(
                directory, "rehearse", plan, "--runtime", "containers", "--seed", SEED, "--bridge", bridge);
        int code = rehearse.exitCode();

        var run = new RunFiles(directory.resolve("runs/latest"));
        assertThat(code).as(rehearse.text()).isEqualTo(exitCode);
        assertThat(run.checkers(result)).as(rehearse.text()).contains(checker);
        assertThat(Containers.of(directory.resolve("runs/latest").toRealPath())).isEmpty();
    }

    static boolean imageIsThere() {
        return Containers.engineAnswers() && Containers.hasImage("cutover-examples");
    }
}
