package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.EvidenceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceReaderTest extends SavedRun {

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
        assertThat(history.returnedNs(0)).isGreaterThanOrEqualTo(history.invokedNs(0));
        assertThat(List.of(history.version(0), history.attempts(0))).containsExactly(1, 1);
        assertThat(history.servedBy(0)).isEqualTo(ServedBy.OLD);
        StateDump dump = evidence.dump("old", "final").orElseThrow();
        assertThat(dump.complete()).isTrue();
        assertThat(dump.applied().values())
                .singleElement()
                .satisfies(ledger -> assertThat(ledger.operation(0)).isEqualTo(11));
        assertThat(dump.entities())
                .containsEntry("customer", List.of(new StateDump.Row("21", "7 name 'a\\tb' credit 500")));
        assertThat(dump.totals()).isEqualTo(evidence.initialTotals()).containsEntry("credit-cents", CREDIT);
        assertThat(evidence.effects().get(CHARGES))
                .extracting(EffectCall::operation)
                .containsExactly(11L, 0L);
        assertThat(evidence.effects().get(CHARGES)).extracting(EffectCall::done).containsExactly(true, false);
        assertThat(evidence.updates())
                .containsExactly(new Update("S1", 1, "99 at 1", true), new Update("S2", 2, "98 at 2", false));
        assertThat(evidence.deadLetters()).isEqualTo(2);
        assertThat(evidence.damage()).containsOnlyKeys(EvidencePart.COMPARISONS, EvidencePart.INJECTOR_HEALTH);
    }

    @Test
    void whatIsMissingIsEmptyAndNamed() throws IOException {
        Files.delete(run.events());
        Files.delete(run.observed().resolve("effects.jsonl"));
        Files.delete(run.observed().resolve("old-initial.totals.json"));
        Files.writeString(journal(), "no journal", StandardOpenOption.TRUNCATE_EXISTING);
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.log()).isEmpty();
        assertThat(evidence.effects().get(CHARGES)).isEmpty();
        assertThat(evidence.initialTotals()).isEmpty();
        assertThat(evidence.history().size()).isZero();
        assertThat(evidence.dump("old", "final").orElseThrow().complete()).isTrue();
        assertThat(evidence.damage())
                .containsEntry(
                        EvidencePart.JOURNAL,
                        "journal/injector-1.slots was changed after the run ended; the journal could not be read: "
                                + journal()
                                + " is no journal: 10 bytes, shorter than its header of 4096; was the run killed"
                                + " before load began?")
                .containsEntry(EvidencePart.EVENTS, "events.jsonl is absent, but was there when the run ended")
                .containsKeys(EvidencePart.EFFECTS, EvidencePart.INITIAL_TOTALS, EvidencePart.CHECKSUMS);
    }

    @Test
    void aRunThatWasKilledIsReadAsFarAsItIsKnownToBeWhole() throws IOException {
        Files.delete(run.checksums());
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.history().size()).isEqualTo(2);
        assertThat(evidence.dump("old", "final").orElseThrow().complete()).isTrue();
        assertThat(evidence.effects().get(CHARGES)).isEmpty();
        assertThat(evidence.damage())
                .containsOnlyKeys(
                        EvidencePart.CHECKSUMS,
                        EvidencePart.EFFECTS,
                        EvidencePart.STREAMS,
                        EvidencePart.UPDATES,
                        EvidencePart.DEAD_LETTERS,
                        EvidencePart.COMPARISONS,
                        EvidencePart.INJECTOR_HEALTH)
                .containsEntry(EvidencePart.CHECKSUMS, "SHA256SUMS is absent: the run was not saved to its end");
    }

    @Test
    void aJournalThatLostItsEndIsDamaged() throws IOException {
        Files.delete(run.checksums());
        try (FileChannel journal = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
            journal.truncate(4096 + 64 + 10);
        }
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.history().size()).isZero();
        assertThat(evidence.damage().get(EvidencePart.JOURNAL))
                .contains("injector-1.slots has room for 1 slots, but 2 were claimed");
        Files.delete(journal());
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL)).contains("holds no journal");
    }

    @Test
    void aJournalOfAKindThatTheManifestDoesNotKnowIsDamaged() throws IOException {
        try (Journal journal = Journal.open(journal())) {
            journal.invoke(1, (byte) 2, 7, 13);
        }
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL))
                .contains("operation 13 is of kind 2, but the manifest has only 2 kinds");
    }

    @Test
    void whatElseLiesBesideTheJournalIsNoJournal() throws IOException {
        Files.writeString(run.journal().resolve("notes.txt"), "not slots");
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).has(EvidencePart.JOURNAL)).isTrue();
    }

    @Test
    void aLogWithoutTheRunsEndIsDamaged() throws IOException {
        Files.delete(run.events());
        try (FileEventLog events = FileEventLog.open(run.events())) {
            events.record(new RunEvent.Started());
        }
        Checksums.write(run);
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.log()).hasSize(1);
        assertThat(evidence.damage().get(EvidencePart.EVENTS)).contains("lacks the run's end");
    }

    @Test
    void aLineThatLacksSomethingDamagesItsFile() throws IOException {
        lines("effects.jsonl", "{\"ns\":5,\"operation\":\"11\",\"caller\":\"old\",\"amount\":99}");
        lines("updates.jsonl", "{\"sequence\":1,\"key\":\"S1\",\"sentNs\":5}");
        Checksums.write(run);
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.damage().get(EvidencePart.EFFECTS)).contains("line 1 is torn", "null");
        assertThat(evidence.damage().get(EvidencePart.UPDATES)).contains("line 1 is torn", "key and text");
    }

    @Test
    void anAmountThatIsNoneDamagesItsFile() throws IOException {
        lines(
                "effects.jsonl",
                "{\"ns\":5,\"operation\":\"11\",\"caller\":\"old\",\"subject\":\"3\",\"amount\":1e999999999,\"status\":201}");
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.EFFECTS)).contains("is no amount");
    }

    @Test
    void anAmountHasUpTo40Digits() throws IOException {
        lines(
                "effects.jsonl",
                "{\"ns\":5,\"operation\":\"11\",\"amount\":1e40,\"status\":201}",
                "{\"ns\":5,\"operation\":\"11\",\"amount\":1e-40,\"status\":201}");
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).effects().get(CHARGES))
                .extracting(EffectCall::amount)
                .containsExactly("1" + "0".repeat(40), "0." + "0".repeat(39) + "1");
    }

    @Test
    void equalAmountsAreEqualTexts() throws IOException {
        lines(
                "effects.jsonl",
                "{\"ns\":5,\"operation\":\"11\",\"amount\":12.30,\"status\":201}",
                "{\"ns\":5,\"operation\":\"11\",\"amount\":12.3,\"status\":201}",
                "{\"ns\":5,\"operation\":\"11\",\"status\":201}");
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).effects().get(CHARGES))
                .extracting(EffectCall::amount)
                .containsExactly("12.3", "12.3", "");
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path effects = run.observed().resolve("effects.jsonl");
        Files.move(effects, root.resolve("elsewhere"));
        Files.createSymbolicLink(effects, root.resolve("elsewhere"));
        assertThat(EvidenceReader.read(run).damage()).containsKey(EvidencePart.EFFECTS);
        Files.delete(run.checksums());
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.EFFECTS)).contains("symbolic link");
    }

    @Test
    void aManifestThatWasChangedCannotBeJudgedBy() throws IOException {
        Files.writeString(run.manifest(), Files.readString(run.manifest()).replace(": 42", ": 43"));
        assertThatThrownBy(() -> EvidenceReader.read(run))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("is not what it was when the run ended");
    }

    @Test
    void readsNothingThroughASymbolicLink() throws IOException {
        Path updates = run.observed().resolve("updates.jsonl");
        Files.createSymbolicLink(updates, Files.move(updates, root.resolve("elsewhere")));
        Files.createSymbolicLink(journal(), Files.move(journal(), root.resolve("slots")));
        Files.delete(run.checksums());

        Evidence evidence = EvidenceReader.read(run);

        assertThat(evidence.updates()).isEmpty();
        assertThat(evidence.history().size()).isZero();
        assertThat(evidence.damage().get(EvidencePart.UPDATES)).contains(updates + " is a symbolic link");
        assertThat(evidence.damage().get(EvidencePart.JOURNAL)).contains(journal() + " is a symbolic link");
    }

    @Test
    void withoutAManifestThereIsNothingToJudge() throws IOException {
        Files.delete(run.manifest());
        assertThatThrownBy(() -> EvidenceReader.read(run))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("has no manifest.json");
        Files.writeString(run.manifest(), "{\"schema\":\"cutover.run/1\"}");
        assertThatThrownBy(() -> EvidenceReader.read(run))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("expected schema cutover.run/4, found cutover.run/1");
    }
}
