package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTailTest {
    @TempDir
    Path directory;

    @Test
    void everyOperationIsCountedOnceWhenItEnds() throws IOException {
        Path file = directory.resolve("injector-1.slots");
        try (Journal journal = Journal.open(file);
                JournalTail tail = JournalTail.open(file)) {
            long first = journal.invoke(1, (byte) 0, 1, 1L);
            long second = journal.invoke(2, (byte) 0, 1, 2L);
            JournalTest.complete(journal, second, Outcome.OK);

            JournalTail.Progress progress = tail.poll();
            assertThat(progress.ok()).isEqualTo(1);
            assertThat(progress.running()).isEqualTo(1);
            assertThat(progress.latencyNs().getTotalCount()).isEqualTo(1);
            assertThat(tail.poll().ended()).isZero();

            JournalTest.complete(journal, first, Outcome.UNKNOWN);
            progress = tail.poll();
            assertThat(progress.unknown()).isEqualTo(1);
            assertThat(progress.running()).isZero();
            assertThat(progress.latencyNs().getTotalCount()).isZero();
        }
    }

    @Test
    void followsTheFileIntoNewRegions() throws IOException {
        Path file = directory.resolve("injector-1.slots");
        int operations = 2 * Regions.SIZE / Slots.SIZE;
        try (Journal journal = Journal.open(file);
                JournalTail tail = JournalTail.open(file)) {
            assertThat(tail.poll().ended()).isZero();
            long[] slots = IntStream.range(0, operations)
                    .mapToLong(id -> journal.invoke(1, (byte) 0, 1, id + 1L))
                    .toArray();
            assertThat(tail.poll().running()).isEqualTo(operations);
            for (long slot : slots) {
                JournalTest.complete(journal, slot, Outcome.REFUSED);
            }
            assertThat(tail.poll().refused()).isEqualTo(operations);
        }
    }

    @Test
    void theLatencyIsThatFromTheInvocationToTheAnswer() throws IOException {
        Path file = directory.resolve("injector-1.slots");
        try (Journal journal = Journal.open(file);
                JournalTail tail = JournalTail.open(file);
                JournalReader reader = JournalReader.open(file)) {
            JournalTest.complete(journal, journal.invoke(1, (byte) 0, 1, 1L), Outcome.OK);
            Histogram latencyNs = tail.poll().latencyNs();
            long took = reader.returnedNs(0) - reader.invokedNs(0);
            assertThat(latencyNs.valuesAreEquivalent(latencyNs.getMaxValue(), took))
                    .isTrue();
        }
    }

    @Test
    void aClosedTailReadsNothingMore() throws IOException {
        Path file = directory.resolve("injector-1.slots");
        Journal.open(file).close();
        JournalTail tail = JournalTail.open(file);
        tail.close();
        assertThatThrownBy(tail::poll).isInstanceOf(UncheckedIOException.class);
    }
}
