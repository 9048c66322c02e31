package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path directory;

    @Test
    void everyFieldIsReadAsItWasWritten() throws IOException {
        long before = System.nanoTime();
        try (Journal journal = Journal.open(file())) {
            journal.control().phase(3);
            journal.control().faultMask(0b101);
            long slot = journal.invoke(7, (byte) 2, 4711, 99L, 55L);
            journal.control().phase(4);
            journal.complete(slot, Outcome.OK, 12, (short) 200, 3, ServedBy.NEW.code());
        }
        try (JournalReader reader = JournalReader.open(file())) {
            assertThat(reader.size()).isEqualTo(1);
            assertThat(reader.outcome(0)).isEqualTo(Outcome.OK);
            assertThat(List.of(reader.process(0), reader.key(0), reader.version(0), reader.faultMask(0)))
                    .containsExactly(7, 4711, 12, 0b101);
            assertThat(List.of(reader.operationId(0), reader.subject(0))).containsExactly(99L, 55L);
            assertThat(List.of(reader.kind(0), reader.phaseInvoked(0), reader.phaseReturned(0), reader.attempts(0)))
                    .containsExactly((byte) 2, (byte) 3, (byte) 4, (byte) 3);
            assertThat(reader.servedBy(0)).isEqualTo(ServedBy.NEW.code());
            assertThat(reader.cause(0)).isEqualTo((short) 200);
            assertThat(reader.invokedNs(0)).isBetween(before, reader.returnedNs(0));
            assertThat(reader.returnedNs(0)).isLessThanOrEqualTo(System.nanoTime());
        }
    }

    @Test
    void aWriteKeepsItsSubject() throws IOException {
        try (Journal journal = Journal.open(file())) {
            long slot = journal.invoke(1, (byte) 0, 1, 2L, 77L);
            journal.complete(slot, Outcome.UNKNOWN, 0, Cause.TIMEOUT, 1, ServedBy.NOBODY.code());
            journal.invoke(1, (byte) 0, 1, 3L, 78L);
        }
        try (JournalReader reader = JournalReader.open(file())) {
            assertThat(List.of(reader.subject(0), reader.subject(1))).containsExactly(77L, 78L);
        }
    }

    @Test
    void anOperationEndsOnce() throws IOException {
        try (Journal journal = Journal.open(file())) {
            long slot = journal.invoke(1, (byte) 0, 1, 1L);
            complete(journal, slot, Outcome.UNKNOWN);
            assertThatThrownBy(() -> complete(journal, slot, Outcome.OK))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("completed exactly once");
            assertThatThrownBy(() -> complete(journal, slot, Outcome.INVOKED))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSecondWriterGoesOnAfterTheFirst() throws IOException {
        for (long id = 1; id <= 3; id++) {
            try (Journal journal = Journal.open(file())) {
                journal.invoke(1, (byte) 0, 1, id);
            }
        }
        try (JournalReader reader = JournalReader.open(file())) {
            assertThat(reader.size()).isEqualTo(3);
            assertThat(List.of(reader.operationId(0), reader.operationId(1), reader.operationId(2)))
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void concurrentWritersNeverShareASlot() throws Exception {
        int threads = 4;
        int each = 100_000;
        try (Journal journal = Journal.open(file());
                ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int process = t;
                writers.add(executor.submit(() -> write(journal, process, each)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(Files.size(file())).as("more than one region").isGreaterThan(Regions.SIZE);
        long[] sums = new long[threads];
        try (JournalReader reader = JournalReader.open(file())) {
            assertThat(reader.size()).isEqualTo((long) threads * each);
            for (long slot = 0; slot < reader.size(); slot++) {
                assertThat(reader.outcome(slot)).isEqualTo(Outcome.OK);
                assertThat(reader.subject(slot)).isEqualTo(reader.operationId(slot));
                sums[reader.process(slot)] += reader.operationId(slot);
            }
        }
        assertThat(sums).containsOnly((long) each * (each + 1) / 2);
    }

    @Test
    void anythingElseThanAJournalIsRefused() throws IOException {
        Files.write(file(), new byte[10]);
        assertThatThrownBy(() -> JournalReader.open(file())).hasMessageContaining("shorter than its header");
        Files.write(file(), new byte[8192]);
        assertThatThrownBy(() -> JournalReader.open(file())).hasMessageContaining("does not start with CUTOVERJ");
    }

    @Test
    void aJournalOfAnotherFormatIsRefused() throws IOException {
        Journal.open(file()).close();
        for (int at : new int[] {Slots.FORMAT_AT, Slots.SLOT_SIZE_AT}) {
            byte[] bytes = Files.readAllBytes(file());
            bytes[at]++;
            Path other = directory.resolve("other-" + at);
            Files.write(other, bytes);
            assertThatThrownBy(() -> JournalReader.open(other)).hasMessageContaining("this version reads 2");
        }
    }

    @Test
    void aJournalMayHoldNothingButItsHeader() throws IOException {
        Journal.open(file()).close();
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), Slots.HEADER));
        try (JournalReader reader = JournalReader.open(file())) {
            assertThat(reader.size()).isZero();
            assertThat(reader.writtenBeyondClaimed()).isFalse();
        }
    }

    @Test
    void attemptsAreCountedUpToWhatASlotHolds() throws IOException {
        try (Journal journal = Journal.open(file());
                JournalReader reader = JournalReader.open(file())) {
            long slot = journal.invoke(1, (byte) 0, 1, 1L);
            journal.complete(slot, Outcome.OK, 1, (short) 0, 200, ServedBy.OLD.code());
            assertThat(reader.attempts(slot)).isEqualTo((byte) 127);
        }
    }

    /** What is mapped already may still be written: an answer that comes late is not lost. */
    @Test
    void aClosedJournalTakesNoMoreThanIsMapped() throws IOException {
        Journal journal = Journal.open(file());
        journal.invoke(1, (byte) 0, 1, 1L);
        journal.close();
        assertThatThrownBy(() -> {
                    for (long id = 2; id <= Regions.SIZE / Slots.SIZE; id++) {
                        journal.invoke(1, (byte) 0, 1, id);
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot map " + file());
    }

    private static void write(Journal journal, int process, int operations) {
        for (long id = 1; id <= operations; id++) {
            long slot = journal.invoke(process, (byte) 0, 1, id, id);
            journal.complete(slot, Outcome.OK, 1, (short) 0, 1, ServedBy.OLD.code());
        }
    }

    static void complete(Journal journal, long slot, Outcome outcome) {
        journal.complete(slot, outcome, 0, (short) 0, 1, ServedBy.OLD.code());
    }

    private Path file() {
        return directory.resolve("injector-1.slots");
    }
}
