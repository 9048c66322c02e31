package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Section;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.Reads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operations asked for, what is held of them and their effects, and how many rows keys have, as it is saved and read back. */
class AskedAndCountedTest extends SavedRun {

    @BeforeEach
    void askAndCount() throws IOException {
        owing(manifest(), Map.of("old", asking(), "new", asking())).write(run);
        try (AskedFile asked = AskedFile.open(run.asked())) {
            asked.asks(11, "two\tlines\nof \\N");
            asked.asks(12, "ä");
        }
        tables("initial", "1");
        tables("final", "3");
        Checksums.write(run);
    }

    private void tables(String moment, String rows) throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", moment);
        try (DumpWriter.Table asked = writer.table(Section.ASKED, "texts", "text", "operation")) {
            asked.row("two\tlines\nof \\N", "11");
            asked.row(null, "12");
        }
        try (DumpWriter.Table counted = writer.table(Section.COUNTED, "notes", "n", "key")) {
            counted.row(rows, "7");
        }
        try (DumpWriter.Table effects = writer.table(Section.EFFECTS, "bills", "amount", "operation")) {
            effects.row("250", "11");
        }
        writer.totals(new TreeMap<>());
        writer.finish(1, 2, "");
    }

    private static Reads asking() {
        return new Reads(
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("texts", List.of("place-order"))),
                new TreeMap<>(Map.of("notes", List.of("place-order"))),
                List.of(),
                List.of("bills"));
    }

    @Test
    void comeBackAsTheyWere() {
        Evidence evidence = EvidenceReader.read(run);
        StateDump dump = evidence.dump("old", "final").orElseThrow();
        assertThat(dump.reason()).isEmpty();
        assertThat(evidence.asked()).isEqualTo(Map.of(11L, "two\tlines\nof \\N", 12L, "ä"));
        assertThat(dump.asked())
                .containsEntry(
                        "texts",
                        List.of(
                                new StateDump.Row("11", "two\tlines\nof \\N"),
                                new StateDump.Row("12", StateDump.NULL)));
        assertThat(dump.counted()).isEqualTo(Map.of("notes", Map.of(7L, 3L)));
        assertThat(dump.effects()).isEqualTo(Map.of("bills", List.of(new StateDump.Row("11", "250"))));
        assertThat(evidence.initialCounts()).isEqualTo(Map.of("notes", Map.of(7L, 1L)));
        assertThat(evidence.damage()).doesNotContainKeys(EvidencePart.ASKED, EvidencePart.INITIAL_COUNTS);
    }

    @Test
    void areDamagedIfTheyAreAbsentOrTorn() throws IOException {
        Files.delete(run.asked());
        Files.writeString(run.observed().resolve("old-initial.counted.notes.tsv"), "n", StandardOpenOption.APPEND);
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.damage())
                .containsEntry(EvidencePart.ASKED, "journal/asked-1.jsonl is absent, but was there when the run ended")
                .containsKey(EvidencePart.INITIAL_COUNTS);
        assertThat(evidence.asked()).isEmpty();
        assertThat(evidence.initialCounts()).isEmpty();
    }

    @Test
    void aKeyIsCountedOnce() throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        try (DumpWriter.Table counted = writer.table(Section.COUNTED, "notes", "key", "n")) {
            counted.row("7", "1");
            counted.row("7", "2");
        }
        writer.totals(new TreeMap<>());
        writer.finish(1, 2, "");
        Checksums.write(run);
        assertIncomplete("key 7 is there twice");
    }
}
