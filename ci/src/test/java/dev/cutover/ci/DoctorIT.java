package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.running.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on real systems: it finds nothing in a plan that is right, and names each of the mistakes that are made in it. */
@DisplayName("The doctor tries a plan's systems")
@EnabledIf(value = "dev.cutover.ci.ExamplesIT#notesCanRun", disabledReason = "needs nginx-light and python3-psycopg2")
class DoctorIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path NOTES = HOME.resolve("scenarios/examples/notes");

    @TempDir
    private Path directory;

    @AfterEach
    void nothing_is_left() throws IOException {
        try (Stream<Path> left = Files.list(HOME.resolve(".cutover"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("doctor-"));
        }
    }

    @Test
    void notes_is_as_its_plan_says() throws Exception {
        JsonNode answer = doctor(0, NOTES.resolve("plan.yaml"));

        assertThat(answer.path("fine").asBoolean()).isTrue();
        assertThat(answer.path("trials")).hasSizeGreaterThan(40);
        assertThat(answer.path("trials"))
                .allMatch(trial -> trial.path("result").asText().equals("ok"));
    }

    @Test
    void mistakes_in_what_is_read_are_named() throws Exception {
        Map<String, String> wrong = wrong(doctor(
                1,
                NOTES.resolve("plan.yaml"),
                "load.served-by=X-Server",
                "load.operations.show.version=/ver",
                "observe.new.registers.name=select number as key, display as operation from accounts",
                "observe.old.applied.moves.sql=select ref, account as key from move",
                "observe.old.applied.notes.sql=select id as operation, account as key from note",
                "observe.new.entities.account=select number, display_name from accounts",
                "sentinels.new-to-old.within=2s",
                "sentinels.new-to-old.seen.0.sql=select count(*) from note where ref = -${sentinel number}"));

        assertThat(wrong)
                .hasEntrySatisfying(
                        "who serves at the beginning",
                        found -> assertThat(found).contains("X-Server"))
                .hasEntrySatisfying(
                        "values of show on old", found -> assertThat(found).contains("/ver"))
                .hasEntrySatisfying(
                        "observe.new.registers.name", found -> assertThat(found).contains("display"))
                .hasEntrySatisfying(
                        "observe.old.applied.moves", found -> assertThat(found).contains("expected a column operation"))
                .hasEntrySatisfying(
                        "observe.old.applied.notes shows add at the beginning",
                        found -> assertThat(found).contains("was answered OK", "no row shows its id"))
                .containsKeys("entity account of both", "sentinel new-to-old");
    }

    @Test
    void mistakes_in_what_is_done_are_named() throws Exception {
        Map<String, String> wrong = wrong(doctor(
                1,
                NOTES.resolve("plan.yaml"),
                "load.operations.add.ok=[{ status: 200 }]",
                "control.background=[{ every: 1 min, do: close-nothing }]",
                "control.steps.close-nothing=[{ component: old-db, database: app, sql: update nothing set open = false }]",
                "phases.rollback.route.by=[close-new, switch, open-old]"));

        assertThat(wrong)
                .hasEntrySatisfying(
                        "operation add on old",
                        found -> assertThat(found).contains("POST /a/", "status 201", "ok wants status 200"))
                .hasEntrySatisfying(
                        "background close-nothing", found -> assertThat(found).contains("step 1 of 'close-nothing'"))
                .containsKeys(
                        "observe.old.applied.moves shows move in phase rollback, asked for before",
                        "observe.old.registers.name shows by id in phase rollback, asked for before");
    }

    @Test
    void components_that_do_not_come_up_are_named_and_hide_nothing_else() throws Exception {
        Path copy = directory.resolve("notes");
        FileTree.mirror(NOTES, copy);
        Path environment = copy.resolve("env.yaml");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replace("new/new.py", "new/none.py")
                        .replace("/usr/sbin/nginx, -c", "/usr/sbin/nginx, -C"));

        JsonNode answer = doctor(
                1, copy.resolve("plan.yaml"), "keys.sql=select id as account, partner_id as partner from account");

        assertThat(wrong(answer))
                .hasEntrySatisfying(
                        "component new", found -> assertThat(found).contains("none.py", "last lines of its log"))
                .doesNotContainKey("component edge");
        assertThat(answer.path("trials"))
                .anyMatch(trial -> trial.path("what").asText().equals("component edge")
                        && trial.path("found").asText().contains("component new is not up"))
                .anyMatch(trial -> trial.path("what").asText().equals("bootstrap by forward")
                        && trial.path("result").asText().equals("ok"));
    }

    @Test
    void an_interruption_stops_everything() throws Exception {
        CommandLine doctor = CommandLine.startInOwnNetwork(directory, "doctor", "notes", "--runtime", "processes");
        await().atMost(Duration.ofMinutes(3)).until(() -> doctor.text().contains("bootstrap by"));

        doctor.interrupt();

        assertThat(doctor.exitCode()).as(doctor.text()).isEqualTo(3);
        assertThat(doctor.text()).contains("interrupted; everything is stopped");
    }

    private JsonNode doctor(int exitCode, Path plan, String... settings) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("doctor", plan.toString(), "--runtime", "processes", "--json"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        CommandLine doctor = CommandLine.startInOwnNetwork(directory, arguments.toArray(String[]::new));
        assertThat(doctor.exitCode()).as(doctor.text()).isEqualTo(exitCode);
        String text = doctor.text();
        return new ObjectMapper().readTree(text.substring(text.indexOf("{\n")));
    }

    /** What was found of each that is wrong. */
    private static Map<String, String> wrong(JsonNode answer) {
        Map<String, String> wrong = new TreeMap<>();
        for (JsonNode trial : answer.path("trials")) {
            if (trial.path("result").asText().equals("wrong")) {
                wrong.put(trial.path("what").asText(), trial.path("found").asText());
                assertThat(trial.path("advice").asText()).as(trial.toString()).isNotEmpty();
            }
        }
        return wrong;
    }
}
