package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventLogTest {
    @TempDir
    Path directory;

    @Test
    void eventsAreOnDiskWhenRecordedAndReadBackTheSame() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            LogEntry phase = log.record(new PhaseEvent.Began("dual", 2));
            assertThat(read().entries()).containsExactly(phase);
            LogEntry fault = log.record(new FaultEvent.Injected("dual-1", "down", "bridge->new", "dual"));
            assertThat(read().entries()).containsExactly(phase, fault);
            assertThat(read().damage()).isEmpty();
            assertThat(fault.seq()).isEqualTo(2);
            assertThat(fault.ns()).isGreaterThanOrEqualTo(phase.ns());
        }
    }

    @Test
    void aListenerHearsOfAnEventOnceItIsOnDisk() throws IOException {
        List<LogEntry> heard = new ArrayList<>();
        List<Integer> onDisk = new ArrayList<>();
        try (FileEventLog log = FileEventLog.open(file(), entry -> {
            heard.add(entry);
            onDisk.add(lines());
        })) {
            LogEntry first = log.record(new RunEvent.Started());
            LogEntry second = log.record(new RunEvent.Ended());
            assertThat(heard).containsExactly(first, second);
            assertThat(onDisk).containsExactly(1, 2);
        }
    }

    @Test
    void anInterruptDoesNotCloseTheLog() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            Thread.currentThread().interrupt();
            log.record(new RunEvent.Interrupted());
            assertThat(Thread.interrupted()).isTrue();
            log.record(new RunEvent.Ended());
        }
        assertThat(read().events()).containsExactly(new RunEvent.Interrupted(), new RunEvent.Ended());
    }

    @Test
    void aLogOpenedAgainGoesOnWhereItEnded() throws IOException {
        record(new RunEvent.Started());
        record(new RunEvent.Ended());
        assertThat(read().entries()).extracting(LogEntry::seq).containsExactly(1L, 2L);
        assertThat(read().damage()).isEmpty();
    }

    @Test
    void aLogOpenedAfterACrashLosesOnlyTheTornLine() throws IOException {
        record(new RunEvent.Started());
        Files.writeString(file(), "{\"seq\":2,\"ns\":12,\"at\":\"2026-", StandardOpenOption.APPEND);
        record(new RunEvent.Ended());
        assertThat(read().events()).containsExactly(new RunEvent.Started(), new RunEvent.Ended());
        assertThat(read().damage()).singleElement().asString().startsWith("events.jsonl line 2 is torn");
    }

    @Test
    void aLogWithoutALineYetBeginsWithTheFirst() throws IOException {
        Files.createFile(file());
        record(new RunEvent.Started());
        assertThat(read().events()).containsExactly(new RunEvent.Started());
        assertThat(read().damage()).isEmpty();
    }

    @Test
    void aClosedLogTakesNothingMore() throws IOException {
        FileEventLog log = FileEventLog.open(file());
        log.close();
        assertThatThrownBy(() -> log.record(new RunEvent.Ended()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot append to " + file());
    }

    private void record(Event event) throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            log.record(event);
        }
    }

    private EventReader.Events read() throws IOException {
        return EventReader.read(file());
    }

    private int lines() {
        try {
            return Files.readAllLines(file()).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file() {
        return directory.resolve("events.jsonl");
    }
}
