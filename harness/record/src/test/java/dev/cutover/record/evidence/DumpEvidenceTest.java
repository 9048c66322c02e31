package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.Section;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.run.Checksums;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dumps of states: one that cannot be shown to be what was saved is incomplete, and has no rows. */
class DumpEvidenceTest extends SavedRun {

    @Test
    void aDumpThatChangedSinceItWasSavedIsIncomplete() throws IOException {
        Path ledger = run.observed().resolve("old-final.applied.ledger.tsv");
        Files.writeString(ledger, Files.readString(ledger).replace("11", "12"));
        assertIncomplete("was changed after the run ended");
        Files.delete(run.checksums());
        assertIncomplete("sha256");
    }

    @Test
    void aDumpThatLostRowsIsIncomplete() throws IOException {
        Files.writeString(run.observed().resolve("old-final.entities.customer.tsv"), "");
        Files.delete(run.checksums());
        assertIncomplete("has -1 rows");
    }

    @Test
    void anEntityMaySayLastWhoseItIs() throws IOException {
        entities("id\ttext\tkey", "8\topen\t7");
        assertThat(complete().entities()).isEqualTo(Map.of("customer", List.of(new StateDump.Row("8", "open", 7))));
        assertThat(complete().owners("customer")).isEqualTo(Map.of("8", 7L));
    }

    @Test
    void aTextThatIsCalledKeyIsAText() throws IOException {
        entities("id\tkey", "8\topen");
        assertThat(complete().entities()).isEqualTo(Map.of("customer", List.of(new StateDump.Row("8", "open"))));
        entities("id\tkey\tmore", "8\t7\topen");
        assertThat(complete().entities()).isEqualTo(Map.of("customer", List.of(new StateDump.Row("8", "7\topen"))));
        assertThat(complete().owners("customer")).isEmpty();
    }

    private void entities(String labels, String row) throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        try (DumpWriter.Table customers = writer.table(Section.ENTITIES, "customer", labels.split("\t"))) {
            customers.row(row.split("\t"));
        }
        writer.totals(new TreeMap<>());
        writer.finish(1, 2, "");
        Checksums.write(run);
    }

    @Test
    void aDumpThatSaysItIsIncompleteIsNotRead() throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        writer.finish(1, 2, "connection lost");
        Checksums.write(run);
        assertIncomplete("connection lost");
    }

    @Test
    void aTornHeaderLeavesTheDumpIncomplete() throws IOException {
        Files.writeString(run.observed().resolve("old-final.json"), "{\"system\":");
        Checksums.write(run);
        assertIncomplete("cannot be read");
    }

    @Test
    void aDumpUnderTheNameOfAnotherIsIncomplete() throws IOException {
        Files.copy(
                run.observed().resolve("old-initial.json"),
                run.observed().resolve("old-final.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Checksums.write(run);
        assertIncomplete("its header is that of old-initial");
    }

    @Test
    void numbersThatAreNoneLeaveTheDumpIncomplete() throws IOException {
        for (String odd : new String[] {"9223372036854775808", "", "1.5"}) {
            ledger("7", odd, "11");
            assertIncomplete("expected a whole number as version; found: " + odd);
        }
    }

    @Test
    void rowsThatNoOperationLeftAreThereAndNobodys() throws IOException {
        for (@Nullable String odd : new @Nullable String[] {null, "0"}) {
            ledger("7", null, odd);
            Ledger rows = complete().applied().getOrDefault("ledger", Ledger.empty());
            assertThat(rows.operation(0)).isZero();
            assertThat(rows.version(0)).isZero();
        }
        for (String odd :
                new String[] {"invoice-7", "-5", "9223372036854775808", "018f6b1c-0000-7000-8000-000000000000"}) {
            ledger("7", "1", odd);
            assertThat(complete()
                            .applied()
                            .getOrDefault("ledger", Ledger.empty())
                            .operation(0))
                    .as(odd)
                    .isEqualTo(Ledger.FOREIGN);
        }
    }

    @Test
    void rowsStandInTheOrderOfTheirPositions() throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        try (DumpWriter.Table moves = writer.table(Section.APPLIED, "moves", "position", "operation")) {
            moves.row("20", OperationIds.uuid(12));
            moves.row("3", "11");
        }
        finish(writer);
        Ledger rows = complete().applied().getOrDefault("moves", Ledger.empty());
        assertThat(rows.operation(0)).isEqualTo(11);
        assertThat(rows.operation(1)).isEqualTo(12);
        assertThat(rows.knows(Ledger.Column.KEY)).isFalse();
    }

    private void ledger(@Nullable String... row) throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        try (DumpWriter.Table ledger = writer.table(Section.APPLIED, "ledger", "key", "version", "operation")) {
            ledger.row(row);
        }
        finish(writer);
    }

    private void finish(DumpWriter writer) throws IOException {
        writer.totals(new TreeMap<>());
        writer.finish(1, 2, "");
        Checksums.write(run);
    }

    private StateDump complete() {
        StateDump dump = EvidenceReader.read(run).dump("old", "final").orElseThrow();
        assertThat(dump.complete()).as(dump.reason()).isTrue();
        return dump;
    }

    @Test
    void sumsMayBeNullOrLargerThanALong() throws IOException {
        SortedMap<String, @Nullable BigDecimal> totals = new TreeMap<>();
        totals.put("credit-cents", new BigDecimal("92233720368547758080.01"));
        totals.put("empty", null);
        DumpWriter writer = new DumpWriter(run.observed(), "old", "initial");
        writer.totals(totals);
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).initialTotals())
                .containsExactly(Map.entry("credit-cents", new BigDecimal("92233720368547758080.01")));
    }

    @Test
    void anEntityWithoutRowsWasRead() throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        try (DumpWriter.Table customers = writer.table(Section.ENTITIES, "customer", "id", "text")) {
            assertThat(customers).isNotNull();
        }
        finish(writer);
        StateDump dump = complete();
        assertThat(dump.entities()).containsOnlyKeys("customer").containsEntry("customer", List.of());
        assertThat(dump.applied()).isEmpty();
    }
}
