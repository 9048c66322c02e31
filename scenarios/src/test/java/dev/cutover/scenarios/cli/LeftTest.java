package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftTest {

    @TempDir
    Path directory;

    private RunDirectory run;

    @BeforeEach
    void place() {
        run = new RunDirectory(directory);
    }

    @Test
    void isNothingWhereAllWasHealedAndHasEnded() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        recorded(
                started(ended),
                new FaultEvent.Intended("f-1", "pause", "old", "dual", 0, new FaultEvent.Undo(0, 0, null)),
                new FaultEvent.Healed("f-1", "pause", "old", "dual", null));

        assertThat(new Left(run).sentence()).isEqualTo("interrupted: everything is healed, stopped and saved");
    }

    @Test
    void isSaidWithWhatToDo() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            recorded(
                    started(process),
                    new FaultEvent.Intended("f-1", "pause", "old", "dual", 0, new FaultEvent.Undo(0, 0, null)));

            assertThat(new Left(run).sentence())
                    .contains("NOT all is healed and stopped: fault pause on old, process " + process.pid() + " (old)")
                    .endsWith("cutover heal " + directory);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void promisesNothingWhereTheLogCannotBeRead() {
        assertThat(new Left(run).sentence()).contains("NOT all is healed and stopped: what the log would tell");
    }

    private static ProcessEvent.Started started(Process process) {
        return new ProcessEvent.Started("old", process.pid(), 0);
    }

    private void recorded(Event... events) throws IOException {
        try (FileEventLog log = FileEventLog.open(run.events())) {
            for (Event event : events) {
                log.record(event);
            }
        }
    }
}
