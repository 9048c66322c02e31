package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {
    private static final String STARTED = line(1, new RunEvent.Started());
    private static final String BEGAN = line(2, new PhaseEvent.Began("dual", 1));
    private static final String ENDED = line(3, new RunEvent.Ended());

    @TempDir
    Path directory;

    @Test
    void aWholeLogHasNoDamage() throws IOException {
        assertThat(read(STARTED, BEGAN, ENDED).damage()).isEmpty();
    }

    @Test
    void aTornLineIsSkippedAndTold() throws IOException {
        EventReader.Events read = read(STARTED, BEGAN.substring(0, BEGAN.length() / 2));
        assertThat(read.events()).containsExactly(new RunEvent.Started());
        assertThat(read.damage()).singleElement().asString().startsWith("events.jsonl line 2 is torn: ");
    }

    @Test
    void aMissingLineIsTold() throws IOException {
        assertThat(read(STARTED, ENDED).damage())
                .containsExactly("events.jsonl line 2 is event 3, but event 2 was to follow");
        assertThat(read(BEGAN, ENDED).damage())
                .containsExactly("events.jsonl line 1 is event 2, but event 1 was to follow");
    }

    @Test
    void aRepeatedOrMovedLineIsTold() throws IOException {
        assertThat(read(STARTED, STARTED, BEGAN).damage()).hasSize(1);
        assertThat(read(STARTED, ENDED, BEGAN).damage()).hasSize(2);
    }

    @Test
    void anUnknownKindOrStateIsTold() throws IOException {
        damaged(STARTED.replace("\"run\"", "\"walk\""), "is no event: expected seq, ns, at and a known kind and state");
        damaged(STARTED.replace("\"started\"", "\"paused\""), "is no event");
        damaged(STARTED.replace("\"state\":\"started\"", "\"other\":1"), "is no event");
    }

    @Test
    void aMissingFieldIsTold() throws IOException {
        damaged(BEGAN.replace("\"phase\":\"dual\"", "\"other\":1"), "lacks 'phase'");
        damaged(BEGAN.replace(",\"index\":1", ""), "lacks 'index'");
        damaged(STARTED.replace("\"seq\":1,", ""), "is no event");
        damaged(STARTED.replace("\"ns\":5,", ""), "is no event");
        damaged(STARTED.replace("2026-11-24T00:00:00Z", "noon"), "has no instant in 'at'");
    }

    @Test
    void whatIsNoJsonObjectIsTold() throws IOException {
        damaged("", "is no event");
        damaged("7", "is no event");
        damaged(STARTED + " trailing", "is torn");
        damaged("\u0000", "is torn");
    }

    @Test
    void aLongLineIsToldByItsBeginning() throws IOException {
        damaged("\"" + "x".repeat(78) + "\"", "found \"" + "x".repeat(78) + "\"");
        assertThat(read("\"" + "x".repeat(78) + "\"").damage()).noneMatch(why -> why.contains("…"));
        damaged("\"" + "x".repeat(79) + "\"", "found \"" + "x".repeat(79) + " …");
    }

    @Test
    void bytesThatAreNoTextAreTold() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        assertThat(EventReader.read(file()).damage()).hasSize(1);
    }

    private void damaged(String line, String why) throws IOException {
        EventReader.Events read = read(line);
        assertThat(read.entries()).isEmpty();
        assertThat(read.damage()).singleElement().asString().contains(why);
    }

    private EventReader.Events read(String... lines) throws IOException {
        Files.write(file(), List.of(lines));
        return EventReader.read(file());
    }

    private static String line(long seq, Event event) {
        return EventFormat.write(new LogEntry(seq, 5, Instant.parse("2026-11-24T00:00:00Z"), event));
    }

    private Path file() {
        return directory.resolve("events.jsonl");
    }
}
