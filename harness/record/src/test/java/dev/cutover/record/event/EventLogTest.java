package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path directory;

    @Test
    void eventsAreOnDiskWhenRecordedAndReadBackTheSame() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            Event phase = log.record("phase", Map.of("phase", "dual", "index", 2L, "state", "begin"));
            assertThat(EventReader.read(file()).events()).containsExactly(phase);
            Event fault = log.record(
                    "fault", Map.of("id", "dual-1", "options", Map.of("delay", "20ms"), "pids", List.of(1L)));
            EventReader.Events read = EventReader.read(file());
            assertThat(read.events()).containsExactly(phase, fault);
            assertThat(read.warnings()).isEmpty();
        }
    }

    @Test
    void anInterruptDoesNotCloseTheLog() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            Thread.currentThread().interrupt();
            log.record("run", Map.of("state", "interrupted"));
            assertThat(Thread.interrupted()).isTrue();
            log.record("run", Map.of("state", "ended"));
        }
        assertThat(EventReader.read(file()).events()).hasSize(2);
    }

    @Test
    void aTornLastLineIsSkippedAndSaid() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            log.record("run", Map.of("state", "started"));
        }
        tear();
        EventReader.Events read = EventReader.read(file());
        assertThat(read.events()).hasSize(1);
        assertThat(read.warnings()).containsExactly("events.jsonl line 2 is torn: its writer was killed; skipped");
    }

    @Test
    void aLogOpenedAfterACrashLosesOnlyTheTornLine() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            log.record("run", Map.of("state", "started"));
        }
        tear();
        try (FileEventLog log = FileEventLog.open(file())) {
            log.record("fault", Map.of("state", "healed"));
        }
        EventReader.Events read = EventReader.read(file());
        assertThat(read.events()).extracting(Event::kind).containsExactly("run", "fault");
        assertThat(read.warnings()).hasSize(1);
    }

    @Test
    void whatIsNoEventIsSaid() throws IOException {
        Files.write(file(), List.of("{\"ns\":1,\"kind\":\"run\"}", "{\"ns\":1,\"at\":\"noon\",\"kind\":\"run\"}"));
        EventReader.Events read = EventReader.read(file());
        assertThat(read.events()).isEmpty();
        assertThat(read.warnings()).hasSize(2).first().asString().contains("expected ns, at and kind");
    }

    @Test
    void aFieldThatJsonCannotSayIsRefused() throws IOException {
        try (FileEventLog log = FileEventLog.open(file())) {
            assertThatThrownBy(() -> log.record("step", Map.of("detail", new Object())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("step");
        }
    }

    private void tear() throws IOException {
        Files.writeString(file(), "{\"ns\":12,\"at\":\"2026-", StandardOpenOption.APPEND);
    }

    private Path file() {
        return directory.resolve("events.jsonl");
    }
}
