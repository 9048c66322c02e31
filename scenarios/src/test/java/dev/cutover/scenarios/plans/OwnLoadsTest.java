package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that bring their load themselves. */
class OwnLoadsTest {

    private static final Path NOTES = Path.of("examples/notes/plan-own-load.yaml");
    private static final String PROGRAM = "  program:\n    command: [/usr/bin/python3, -B, '${here}/load/load.py']\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void copyTheProgram() throws IOException {
        Files.createDirectory(directory.resolve("load"));
        Files.copy(NOTES.resolveSibling("load/load.py"), directory.resolve("load/load.py"));
        Files.createDirectory(directory.resolve("classes"));
    }

    @Test
    void say_what_their_operations_owe_and_what_their_answers_tell() {
        LoadModel load = read(NOTES).plan().load();

        assertThat(load.operations().keySet()).containsExactly("add", "drop", "name", "move", "show");
        assertThat(load.saysVersions()).isTrue();
        assertThat(load.saysServers()).isTrue();
        assertThat(load.program().orElseThrow().command())
                .last()
                .isEqualTo(NOTES.resolveSibling("load/load.py")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
    }

    @Test
    void may_be_simulations() throws IOException {
        LoadModel load = read(write(PROGRAM, "  simulation:\n    class: com.example.Notes\n    classpath: [classes]\n"))
                .plan()
                .load();

        assertThat(load.simulation().orElseThrow().paths()).containsExactly(directory.resolve("classes"));
    }

    @Test
    void can_be_rehearsed_again_from_what_a_run_keeps() throws IOException {
        ResolvedPlan given = read(write("", ""));
        Path kept = directory.resolve("kept.yaml");
        given.write(kept, Map.of());

        assertThat(read(kept).plan().load()).isEqualTo(given.plan().load());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            command: [/usr/bin/python3, -B, '${here}/load/load.py'] | command: [] | 'load.program.command' must be a program and its arguments
            /load/load.py' | /load/laod.py' | 'load.program.command.2' needs a file that is not there: ${here}/load/laod.py
            '${here}/load/load.py' | '${parameter copies}' | 'load.program.command.2' may use ${here}, and nothing else
            tells: [version, served-by] | tells: [versions] | 'load.program.tells.0' is 'versions', did you mean 'version'?
            tells: [version, served-by] | tell: [version] | 'load.program.tell' is no known key, did you mean 'tells'?
            at-most: 6 min | at-most: 6 min, stories: [show] | 'load.stories' means nothing to a program, which decides that itself
            at-most: 6 min | at-most: 6 min, warm-up: show | 'load.warm-up' means nothing to a program
            at-most: 6 min | at-most: 6 min, think-time: 1 s | 'load.think-time' means nothing to a program
            at-most: 6 min | at-most: 6 min, keep-alive: true | 'load.keep-alive' means nothing to a program
            at-most: 6 min | at-most: 6 min, session: 1..2 | 'load.session' means nothing to a program
            at-most: 6 min | at-most: 6 min, served-by: X-Who | 'load.served-by' means nothing to a program, which records itself who served; write 'tells: [served-by]'
            add: { role: append } | add: { role: append, request: { get: / }, ok: [{ status: 200 }] } | 'load.operations.add.request' means nothing to a program, which knows that itself
            add: { role: append } | add: { role: append, version: /v } | 'load.operations.add.version' means nothing to a program
            add: { role: append } | add: { role: append, repeatable: true } | 'load.operations.add.repeatable' means nothing to a program
            show: { role: read } | 'show, all': { role: read } | 'load.operations.show, all' must be a name without a comma
            drop: { role: delete, of: add } | drop: { role: delete, of: ad } | 'load.operations.drop.of' is 'ad', which is no operation, did you mean 'add'?
            drop: { role: delete, of: add } | drop: { role: delete } | 'load.operations.drop.role' needs an 'of'
            """)
    void are_refused_with_the_line_and_what_to_do(String text, String other, String message) throws IOException {
        Path file = write(
                text,
                other.replace("6 min, ", "6 min\n  ")
                        .replace("stories: [show]", "stories: [{ weight: 1, steps: [show] }]"));

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(PlanException.class, refused -> {
            Problem problem = refused.problems().getFirst();
            assertThat(problem.message()).contains(message.replace("${here}/load/laod", directory + "/load/laod"));
            assertThat(problem.line()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            class: Notes, classpath: [notes.jar] | 'load.simulation.classpath.0' is 'notes.jar', but there is no ${here}/notes.jar; build it first
            class: Notes, classpath: [] | 'load.simulation.classpath' must name the jar
            class: com/Notes, classpath: [classes] | 'load.simulation.class' must be the name of a class
            classpath: [classes] | 'load.simulation' lacks key 'class'
            """)
    void simulations_are_refused_likewise(String simulation, String message) throws IOException {
        Path file = write(PROGRAM, "  simulation: { " + simulation + " }\n");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message.replace("${here}", directory.toString()));
    }

    @Test
    void one_load_is_enough() throws IOException {
        Path file = write(PROGRAM, PROGRAM + "  simulation: { class: Notes, classpath: [classes] }\n");

        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("'load.simulation' is a second load beside the program; leave one out");
    }

    @Test
    void without_one_requests_and_stories_are_needed() throws IOException {
        Path file = write(PROGRAM + "    tells: [version, served-by]\n", "");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("'load' lacks key 'warm-up'");
    }

    private Path write(String text, String other) throws IOException {
        String plan = Files.readString(NOTES);
        assertThat(plan).contains(text);
        return Files.writeString(
                directory.resolve("plan.yaml"),
                plan.replace(PROGRAM.equals(text) ? text + "    tells: [version, served-by]\n" : text, other)
                        .replace(
                                "environment: env.yaml",
                                "environment: "
                                        + NOTES.resolveSibling("env.yaml").toAbsolutePath()));
    }

    private static ResolvedPlan read(Path file) {
        return new PlanReader(Faults.KINDS).read(file, List.of());
    }
}
