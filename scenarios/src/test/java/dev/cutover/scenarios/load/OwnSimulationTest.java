package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation of a user's own. */
@Tag("slow")
class OwnSimulationTest {
    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void writes_the_journal_until_it_is_told_to_stop() throws IOException {
        try (TinyNotes server = new TinyNotes();
                InjectorRun run = run(server, TinySimulation.class.getName())) {
            run.injector.awaitReady(READY);
            await().atMost(READY).until(() -> JournalSlot.readAll(run.journal).size() > 200);
            run.injector.stop(Duration.ofSeconds(15));

            List<JournalSlot> slots = JournalSlot.readAll(run.journal);
            assertThat(slots).allSatisfy(slot -> {
                assertThat(slot.outcome()).isEqualTo(Outcome.OK);
                assertThat(slot.version()).isEqualTo(7);
                assertThat(slot.key()).isBetween(1, 2);
            });
            assertThat(slots.stream().map(JournalSlot::operation)).doesNotHaveDuplicates();
            assertThat(run.injector.health().operations()).isEqualTo(slots.size());
            assertThat(run.injector.lastWords()).doesNotContain("the load's simulation");
        }
    }

    @Test
    void that_is_not_there_is_no_load() throws IOException {
        try (TinyNotes server = new TinyNotes();
                InjectorRun run = run(server, "com.example.Missing")) {
            assertThatThrownBy(() -> run.injector.awaitReady(READY))
                    .hasMessageContaining("ClassNotFoundException: com.example.Missing")
                    .hasMessageContaining(
                            "the load's simulation com.example.Missing ended by itself after 0 operations");
        }
    }

    private InjectorRun run(TinyNotes server, String simulation) throws IOException {
        String load = """
                target: client->edge
                operations-per-second: 50
                at-most: 60 s
                simulation: { class: %s, classpath: ['%s'], tells: version }
                operations: { show: { role: read } }
                """.formatted(simulation, directory);
        return new InjectorRun(
                server.uri(),
                YamlFile.parse("load", load).bind(LoadModel.class),
                new KeySource.Listed(Files.writeString(directory.resolve("keys.tsv"), "key\na\nb\n")),
                directory);
    }
}
