package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {
    @TempDir
    Path root;

    private RunDirectory run = new RunDirectory(Path.of("unset"));

    @BeforeEach
    void saveARun() throws IOException {
        run = new RunDirectory(root.resolve("reference-1-42"));
        Files.createDirectories(run.observed("payments"));
        Files.createDirectories(run.journal());
        manifest().write(run);
        try (Journal journal = Journal.open(run.journal().resolve("injector-1.slots"))) {
            journal.complete(journal.invoke(1, (byte) 0, 7, 11), Outcome.OK, 0, 1, (short) 0, 1, (byte) 1);
            journal.invoke(2, (byte) 1, 7, 12);
        }
        try (FileEventLog events = FileEventLog.open(run.events())) {
            events.record("run", Map.of("state", "ended"));
        }
        dump("old", "initial");
        dump("old", "final");
        Files.write(
                run.observed("payments").resolve("payments.jsonl"),
                List.of(
                        "{\"ns\":5,\"operation\":\"11\",\"caller\":\"old\",\"order\":3,\"amountCents\":99,\"status\":201}",
                        "{\"ns\":6,\"operation\":\"abc\",\"caller\":\"new\",\"order\":3,\"amountCents\":99,\"status\":402}"));
        Files.write(
                run.observed().resolve("updates.jsonl"),
                List.of(
                        "{\"sequence\":1,\"key\":\"S1\",\"text\":\"99 at 1\",\"sentNs\":5}",
                        "{\"sequence\":2,\"key\":\"S2\",\"text\":\"98 at 2\",\"sentNs\":6}",
                        "{\"sequence\":1,\"acknowledgedNs\":7}",
                        "{\"sequence\":2,\"ackno"));
    }

    @Test
    void aWholeRunIsRead() {
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.name()).isEqualTo("reference-1-42");
        assertThat(evidence.manifest()).isEqualTo(manifest());
        History history = evidence.history();
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.ok(0) && history.isWrite(0)).isTrue();
        assertThat(history.unknown(1) && !history.isWrite(1)).isTrue();
        assertThat(history.returnedNs(1)).isEqualTo(Long.MAX_VALUE);
        StateDump dump = evidence.dump("old", "final").orElseThrow();
        assertThat(dump.complete()).isTrue();
        assertThat(dump.ledger().operation(0)).isEqualTo(11);
        assertThat(dump.entities())
                .containsEntry("customer", List.of(new StateDump.Row("21", "7 name 'a\\tb' credit 500")));
        assertThat(dump.totals()).isEqualTo(evidence.initialTotals()).containsEntry("credit-cents", 500L);
        assertThat(evidence.payments().orElseThrow())
                .extracting(EffectCall::operation)
                .containsExactly(11L, 0L);
        assertThat(evidence.payments().orElseThrow())
                .extracting(EffectCall::charged)
                .containsExactly(true, false);
        assertThat(evidence.updates().orElseThrow())
                .containsExactly(new Update("S1", 1, "99 at 1", true), new Update("S2", 2, "98 at 2", false));
        assertThat(evidence.absent()).hasSize(2); // comparisons and the injector's health were never saved here
    }

    @Test
    void aDumpThatChangedSinceItWasSavedIsIncomplete() throws IOException {
        Path ledger = run.observed().resolve("old-final.ledger.tsv");
        Files.writeString(ledger, Files.readString(ledger).replace("11", "12"));
        assertIncomplete("sha256");
    }

    @Test
    void aDumpThatLostRowsIsIncomplete() throws IOException {
        Files.writeString(run.observed().resolve("old-final.customer.tsv"), "");
        assertIncomplete("has 0 rows");
    }

    @Test
    void aDumpThatSaysItIsIncompleteIsNotRead() throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), "old", "final");
        writer.finish(1, 2, "connection lost");
        assertIncomplete("connection lost");
    }

    @Test
    void aTornHeaderLeavesTheDumpIncomplete() throws IOException {
        Files.writeString(run.observed().resolve("old-final.json"), "{\"system\":");
        assertIncomplete("cannot be read");
    }

    @Test
    void whatIsMissingIsAbsentAndNamed() throws IOException {
        Files.delete(run.events());
        Files.delete(run.observed("payments").resolve("payments.jsonl"));
        Files.delete(run.observed().resolve("old-initial.totals.json"));
        Files.writeString(
                run.journal().resolve("injector-1.slots"), "no journal", StandardOpenOption.TRUNCATE_EXISTING);
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.events()).isEmpty();
        assertThat(evidence.payments()).isEmpty();
        assertThat(evidence.initialTotals()).isEmpty();
        assertThat(evidence.history().size()).isZero();
        assertThat(String.join("\n", evidence.absent()))
                .contains(
                        "journal could not be read",
                        "events.jsonl is absent",
                        "payments.jsonl is absent",
                        "old-initial");
    }

    @Test
    void readsNothingThroughASymbolicLink() throws IOException {
        Path elsewhere = Files.move(run.observed("payments"), root.resolve("elsewhere"));
        Files.createSymbolicLink(run.observed("payments"), elsewhere);
        Path slots = run.journal().resolve("injector-1.slots");
        Files.createSymbolicLink(slots, Files.move(slots, root.resolve("slots")));

        Evidence evidence = EvidenceReader.read(run);

        assertThat(evidence.payments()).isEmpty();
        assertThat(evidence.history().size()).isZero();
        assertThat(String.join("\n", evidence.absent()))
                .contains(
                        "payments.jsonl could not be read: " + run.observed("payments") + " is a symbolic link",
                        "journal could not be read: " + slots + " is a symbolic link");
    }

    @Test
    void withoutAManifestThereIsNothingToJudge() throws IOException {
        Files.delete(run.manifest());
        assertThatThrownBy(() -> EvidenceReader.read(run))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("has no manifest.json");
        Files.writeString(run.manifest(), "{\"schema\":\"cutover.run/2\"}");
        assertThatThrownBy(() -> EvidenceReader.read(run))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("expected schema cutover.run/1");
    }

    private void assertIncomplete(String reason) {
        Evidence evidence = EvidenceReader.read(run);
        StateDump dump = evidence.dump("old", "final").orElseThrow();
        assertThat(dump.complete()).isFalse();
        assertThat(dump.reason()).contains(reason);
        assertThat(dump.ledger().size()).isZero();
        assertThat(evidence.absent()).anyMatch(sentence -> sentence.contains("old-final is incomplete"));
    }

    private void dump(String system, String moment) throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), system, moment);
        try (DumpWriter.Table ledger = writer.table("ledger")) {
            ledger.row("7", "1", "11", "PO");
        }
        try (DumpWriter.Table customers = writer.table("customer")) {
            customers.row("21", "7 name 'a\tb' credit 500");
        }
        writer.totals(Map.of("credit-cents", 500L));
        writer.finish(1, 2, "");
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "reference",
                42,
                "reference",
                "processes",
                "2026-11-22T00:00:00Z",
                new Manifest.ClockBase(5, "2026-11-22T00:00:00Z"),
                Map.of("cpus", 2L),
                Map.of("commit", "abc"),
                List.of(new Manifest.Kind("place-order", true), new Manifest.Kind("read-orders", false)),
                List.of("bootstrap", "dual"),
                List.of("old", "new"),
                Obligations.rehearsal());
    }
}
