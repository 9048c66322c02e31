package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load for systems that have nothing of the shipped ones. */
@Tag("slow")
class OwnContractTest {
    private static final byte ADD = 0;
    private static final byte NAME = 1;
    private static final byte DROP = 2;
    private static final byte SHOW = 3;

    @TempDir
    private Path directory;

    @Test
    void is_spoken_as_the_plan_says() throws IOException {
        try (TinyNotes server = new TinyNotes();
                InjectorRun run = new InjectorRun(
                        server.uri(),
                        YamlFile.parse("load", TinyNotes.LOAD).bind(LoadModel.class),
                        new KeySource.Listed(Files.writeString(
                                directory.resolve("keys.tsv"),
                                "key\tname\na\tO'Neil & \"Zöe\"\nb\tO'Neil & \"Zöe\"\n")),
                        directory)) {
            run.injector.awaitReady(Duration.ofSeconds(60));
            await().atMost(Duration.ofSeconds(25)).until(() -> server.dropped.size() > 100 && server.names.size() > 50);
            run.injector.stop(Duration.ofSeconds(15));

            List<JournalSlot> slots = JournalSlot.readAll(run.journal);
            assertThat(server.wrong).isEmpty();
            assertThat(slots).allSatisfy(slot -> assertThat(slot.key()).isBetween(1, 2));
            assertThat(slots).allSatisfy(slot -> assertThat(slot.servedBy()).isZero());
            assertThat(of(slots, ADD, Outcome.OK))
                    .contains(server.notes.values().toArray(Long[]::new));
            assertThat(subjects(slots)).isEqualTo(server.dropped);
            names(slots, server);
            assertThat(Files.readAllLines(directory.resolve("asked-1.jsonl")))
                    .containsExactlyInAnyOrderElementsOf(slots.stream()
                            .filter(slot -> slot.kind() == ADD)
                            .map(slot ->
                                    "{\"operation\":" + slot.operation() + ",\"text\":\"by O'Neil & \\\"Zöe\\\"\"}")
                            .toList());
            contents(slots);
        }
    }

    /** A line for each that was read; what is asked for differs by key alone, and all are answered the same. */
    private void contents(List<JournalSlot> slots) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("contents-1.jsonl"));
        assertThat(lines)
                .allMatch(line ->
                        line.matches("\\{\"operation\":\\d+,\"question\":\"\\w{16}\",\"content\":\"\\w{16}\"}"));
        assertThat(lines.stream().map(line -> Long.parseLong(line.replaceAll("\\{\"operation\":(\\d+).*", "$1"))))
                .containsExactlyInAnyOrderElementsOf(of(slots, SHOW, Outcome.OK));
        assertThat(lines.stream()
                        .map(line -> line.replaceAll(".*\"question\":", ""))
                        .distinct())
                .hasSize(2);
        assertThat(lines.stream()
                        .map(line -> line.replaceAll(".*\"content\":", ""))
                        .distinct())
                .hasSize(1);
    }

    private static void names(List<JournalSlot> slots, TinyNotes server) {
        assertThat(slots).filteredOn(slot -> slot.kind() == NAME).allSatisfy(slot -> {
            assertThat(slot.attempts()).as("a name is not set twice").isEqualTo(1);
            assertThat(server.names).contains("n-" + slot.operation());
        });
        assertThat(slots)
                .filteredOn(slot -> slot.kind() == NAME && slot.outcome() == Outcome.UNKNOWN)
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(Cause.describe(slot.cause())).isEqualTo("http-503"));
        assertThat(slots)
                .filteredOn(slot -> slot.kind() == ADD && slot.attempts() == 2)
                .isNotEmpty();
        assertThat(slots)
                .filteredOn(slot -> slot.kind() == SHOW)
                .allSatisfy(slot -> assertThat(slot.outcome()).isEqualTo(Outcome.OK));
    }

    private static Set<Long> subjects(List<JournalSlot> slots) {
        return slots.stream()
                .filter(slot -> slot.kind() == DROP)
                .map(JournalSlot::subject)
                .collect(Collectors.toSet());
    }

    private static Set<Long> of(List<JournalSlot> slots, byte kind, Outcome outcome) {
        return slots.stream()
                .filter(slot -> slot.kind() == kind && slot.outcome() == outcome)
                .map(JournalSlot::operation)
                .collect(Collectors.toSet());
    }
}
