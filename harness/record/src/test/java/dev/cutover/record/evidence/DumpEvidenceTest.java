package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.StateDump;
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
        Path ledger = run.observed().resolve("old-final.ledger.tsv");
        Files.writeString(ledger, Files.readString(ledger).replace("11", "12"));
        assertIncomplete("was changed after the run ended");
        Files.delete(run.checksums());
        assertIncomplete("sha256");
    }

    @Test
    void aDumpThatLostRowsIsIncomplete() throws IOException {
        Files.writeString(run.observed().resolve("old-final.customer.tsv"), "");
        Files.delete(run.checksums());
        assertIncomplete("has 0 rows");
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
    void aDumpWithoutALedgerIsIncomplete() throws IOException {
        new DumpWriter(run.observed(), "old", "final").finish(1, 2, "");
        Checksums.write(run);
        assertIncomplete("it has no ledger");
    }

    @Test
    void aLedgerWithNullOrWithMoreThanALongIsIncomplete() throws IOException {
        for (@Nullable String odd : new @Nullable String[] {null, "9223372036854775808", ""}) {
            DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
            try (DumpWriter.Table ledger = writer.table("ledger")) {
                ledger.row("7", odd, "11", "PO");
            }
            writer.totals(new TreeMap<>());
            writer.finish(1, 2, "");
            Checksums.write(run);
            assertIncomplete("cannot be read: For input string");
        }
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
        try (DumpWriter.Table ledger = writer.table("ledger");
                DumpWriter.Table customers = writer.table("customer")) {
            assertThat(ledger).isNotSameAs(customers);
        }
        writer.totals(new TreeMap<>());
        writer.finish(1, 2, "");
        Checksums.write(run);
        StateDump dump = EvidenceReader.read(run).dump("old", "final").orElseThrow();
        assertThat(dump.complete()).as(dump.reason()).isTrue();
        assertThat(dump.entities()).containsOnlyKeys("customer").containsEntry("customer", List.of());
        assertThat(dump.ledger().size()).isZero();
    }
}
