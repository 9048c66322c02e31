package dev.cutover.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("cutover simulate")
class SimulateTest {
    private static final String HOME = "cutover.home";

    @TempDir
    Path folder;

    @BeforeAll
    static void home() {
        System.setProperty(HOME, Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterAll
    static void noHome() {
        System.clearProperty(HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "notes", "mariadb-to-postgres"})
    void plays_every_plan_that_ships_by_its_roles(String plan) throws IOException {
        JsonNode told = told(plan, "--schedules", "160");

        assertThat(told.path("verdict").asText()).isEqualTo("GO");
        assertThat(told.path("operations").asLong()).isGreaterThan(160 * 20);
        assertThat(told.has("failing")).isFalse();
        assertThat(told.path("cells").findValuesAsText("fault")).contains("freeze", "crash-sync");
    }

    @Test
    void the_phases_are_those_of_the_plan() throws IOException {
        assertThat(told("reference", "--schedules", "1").path("cells").findValuesAsText("phase"))
                .contains("bootstrap", "ten-percent", "half", "rollback", "second-cutover");
    }

    @Test
    void what_fails_is_printed_as_one_command_that_fails_again() throws IOException {
        Path file = folder.resolve("first.json");
        Said first = say(
                "simulate",
                "--defect",
                "ok-on-timeout",
                "--cell",
                "/lose-request",
                "--schedules",
                "40",
                "--json",
                file.toString());
        JsonNode failing = Json.MAPPER.readTree(file.toFile()).path("failing");

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("NO-GO", "must be caught by no-acknowledged-loss", "replay:");
        assertThat(failing.path("shrunkTo").asInt())
                .isLessThan(failing.path("operations").asInt());
        List<String> words = List.of(failing.path("replay").asText().split(" "));
        Said again = say(words.subList(1, words.size()).toArray(String[]::new));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains(failing.path("message").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cell=half/thaw", "--defect=none-such", "--only=3,x", "--schedules=0"})
    void what_makes_no_sense_is_told(String option) {
        Said said = say("simulate", option);

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).isNotBlank();
    }

    private JsonNode told(String plan, String... options) throws IOException {
        Path file = folder.resolve("told.json");
        List<String> words = new ArrayList<>(List.of("simulate", plan, "--json", file.toString()));
        words.addAll(List.of(options));
        Said said = say(words.toArray(String[]::new));
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return Json.MAPPER.readTree(file.toFile());
    }

    private record Said(int code, String out, String err) {}

    private static Said say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cutover.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }
}
