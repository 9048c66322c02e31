package dev.cutover.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CommandsTest {

    private static final String HOME = "cutover.home";

    @TempDir
    Path runs;

    @BeforeAll
    static void home() {
        System.setProperty(HOME, Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterAll
    static void noHome() {
        System.clearProperty(HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "report", "heal"})
    void without_any_run_it_says_where_the_newest_was_looked_for(String command) {
        Said said = say(command, "--runs", runs.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains(runs.resolve("latest").toString(), "make one with `cutover rehearse`");
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "report", "heal"})
    void a_slip_in_the_name_of_a_run_is_seen(String command) throws IOException {
        Files.createDirectory(runs.resolve("reference-20261122-201500-42"));

        Said said = say(command, "--runs", runs.toString(), "reference-20261122-201500-24");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("did you mean 'reference-20261122-201500-42'?");
    }

    @Test
    void the_newest_run_is_taken_by_default() throws IOException {
        Path newest = Files.createDirectory(runs.resolve("shop-1"));
        Files.createSymbolicLink(runs.resolve("latest"), newest);

        assertThat(say("check", "--runs", runs.toString()).err()).contains(newest + " has no manifest.json");
    }

    @Test
    void a_run_is_found_by_its_name_and_by_its_path() throws IOException {
        Path run = Files.createDirectory(runs.resolve("shop-1"));

        assertThat(say("check", "--runs", runs.toString(), "shop-1").err()).contains(run + " has no manifest.json");
        assertThat(say("check", run.toString()).err()).contains(run + " has no manifest.json");
    }

    @Test
    void a_run_that_cannot_be_read_is_listed_as_such() throws IOException {
        Files.createDirectory(runs.resolve("shop-1"));

        JsonNode listed = json(say("runs", "--json", "--runs", runs.toString())).path("runs");

        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("run").asText()).isEqualTo("shop-1");
        assertThat(listed.path(0).path("damage").asText()).contains("has no manifest.json");
        assertThat(listed.path(0).has("verdict")).isFalse();
    }

    @Test
    void without_runs_the_list_says_how_to_make_one() {
        Said said = say("runs", "--runs", runs.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("no runs in " + runs, "cutover rehearse");
    }

    @Test
    void bridges_are_listed_for_programs() throws IOException {
        JsonNode bridges = json(say("bridges", "--json")).path("bridges");

        assertThat(bridges)
                .isNotEmpty()
                .allSatisfy(bridge -> assertThat(bridge.path("defect").asText()).isNotBlank());
        assertThat(bridges.findValuesAsText("name")).contains("without-back-sync");
    }

    @Test
    void the_completion_is_a_script_that_knows_bridges_and_plans() throws Exception {
        Said said = say("completion");
        Path script = Files.writeString(runs.resolve("completion.bash"), said.out());

        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.waitFor()).isZero();
        assertThat(said.out()).contains("without-back-sync", "\"reference\"", "\"notes\"", "--seed", "doctor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rehearse", "check", "report", "heal", "runs", "bridges", "doctor", "init", "completion"})
    void every_help_has_an_example_and_exit_codes(String command) {
        Said said = say(command, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsPattern("Example: .*cutover " + command + "\\b")
                .contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "report", "heal"})
    void the_help_says_which_run_is_the_default(String command) {
        assertThat(say(command, "--help").out()).contains("[RUN]").contains("runs/latest");
    }

    @Test
    void a_slip_in_a_command_is_seen() {
        Said said = say("rehaerse");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("cutover rehearse");
    }

    private static JsonNode json(Said said) throws IOException {
        assertThat(said.code()).as(said.err()).isZero();
        return Json.MAPPER.readTree(said.out());
    }

    @Test
    void all_that_is_printed_is_out_in_the_end() {
        assertThat(say("score", "--runs", runs.toString()).out())
                .endsWith(".\n")
                .contains("Without a run: ");
    }

    private static Said say(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Cutover.line()
                .setOut(new PrintWriter(new BufferedWriter(out), true)) // as that of a process
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private record Said(int code, String out, String err) {}
}
