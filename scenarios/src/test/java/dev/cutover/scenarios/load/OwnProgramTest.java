package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.judge.HealthLimits;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in another language, by the line protocol; here of a shell. */
@Tag("slow")
class OwnProgramTest {
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final String BEGIN = """
            say() { printf '{"invoke":{"kind":"add","key":17}}\\n'; read -r answer; }
            end() { id=${answer#*:}; printf '{"complete":{"id":%s,"outcome":"OK"}}\\n' "${id%%,*}"; }
            over() { case $answer in *stop*) return 0 ;; esac; return 1; }
            echo $$ > pid
            """;

    private static final String GO_ON = BEGIN + "while say; ! over; do end; done\n";

    @TempDir
    private Path directory;

    @Test
    void writes_the_journal_until_it_is_told_to_stop() throws IOException {
        try (InjectorRun run = run(GO_ON + "echo over >&2\n")) {
            run.injector.awaitReady(READY);
            await().atMost(READY).until(() -> JournalSlot.readAll(run.journal).size() > 500);
            run.injector.stop(GRACE);

            List<JournalSlot> slots = JournalSlot.readAll(run.journal);
            assertThat(slots).hasSizeGreaterThan(500);
            assertThat(slots.stream().map(JournalSlot::operation)).doesNotHaveDuplicates();
            assertThat(slots).allSatisfy(slot -> assertThat(slot.outcome()).isEqualTo(Outcome.OK));
            assertThat(run.log).content().contains("over").doesNotContain("the load's program");
            InjectorHealth health = run.injector.health();
            assertThat(health.state()).isEqualTo("ended");
            assertThat(health.operations()).isEqualTo(slots.size());
            assertThat(health.startLag()).isNull();
            assertThat(HealthLimits.DEFAULT.judge(health).reasons()).isEmpty();
        }
    }

    @Test
    void that_dies_ends_the_load_and_it_is_said_how() throws IOException {
        try (InjectorRun run = run(BEGIN + "say; end; say; exit 3\n")) {
            await().atMost(READY).until(run.injector::died);

            assertThat(run.injector.lastWords())
                    .isEqualTo(
                            "the load's program ended by itself with exit code 3 after 2 operations, before it was told to stop");
            assertThat(JournalSlot.readAll(run.journal).stream().map(JournalSlot::outcome))
                    .containsExactly(Outcome.OK, Outcome.INVOKED);
        }
    }

    @Test
    void that_writes_something_else_ends_the_load_and_its_line_is_shown() throws IOException {
        try (InjectorRun run = run(BEGIN + "say; end; echo debug: 1; sleep 60\n")) {
            await().atMost(READY).until(run.injector::died);

            assertThat(run.injector.lastWords())
                    .isEqualTo(
                            "the load's program wrote what is no line of the protocol (other text belongs on standard"
                                    + " error): line 3 is no JSON: debug: 1");
            assertThat(program()).as("the program").isEmpty();
        }
    }

    @Test
    void that_does_not_begin_is_no_load() throws IOException {
        try (InjectorRun run = run("echo no such file >&2; exit 1\n")) {
            assertThatThrownBy(() -> run.injector.awaitReady(READY))
                    .hasMessageContaining("no such file")
                    .hasMessageContaining("ended by itself with exit code 1 after 0 operations");
        }
    }

    @Test
    void that_does_not_end_is_killed() throws IOException {
        try (InjectorRun run = run(GO_ON + "sleep 60\n")) {
            run.injector.awaitReady(READY);
            run.injector.stop(GRACE);

            assertThat(run.injector.lastWords()).contains("did not end within", "and was killed");
            assertThat(program()).as("the program").isEmpty();
        }
    }

    @Test
    void dies_with_the_injector() throws IOException {
        try (InjectorRun run = run(GO_ON)) {
            run.injector.awaitReady(READY);
            assertThat(program()).isPresent();
            run.injector.close();

            await().atMost(READY).until(() -> program().isEmpty());
        }
    }

    private Optional<ProcessHandle> program() throws IOException {
        long pid = Long.parseLong(
                Files.readString(directory.resolve("scratch/pid")).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private InjectorRun run(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("load.sh"), script);
        String load = """
                target: client->edge
                operations-per-second: 100
                at-most: 60 s
                timeout: 500 ms
                attempts: 1
                program: { command: [bash, '%s'] }
                operations: { add: { role: append } }
                """.formatted(program);
        return new InjectorRun(
                URI.create("http://127.0.0.1:1"),
                YamlFile.parse("load", load).bind(LoadModel.class),
                new KeySource.Numbers(1, 500),
                directory);
    }
}
