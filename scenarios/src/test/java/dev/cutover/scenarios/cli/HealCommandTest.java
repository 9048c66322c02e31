package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HealCommandTest {

    @TempDir
    Path run;

    private final StringWriter said = new StringWriter();

    @Test
    void refusesADirectoryThatIsNoRunAndWritesNothingThere() {
        assertThat(heal()).isEqualTo(ExitCode.TESTBED_ERROR);

        assertThat(said.toString()).contains("has no manifest.json: it is no run directory");
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void endsWellWhereNothingIsLeft() throws IOException {
        recorded(Map.of("id", "f-1", "fault", "pause", "target", "old", "state", "intent", "pid", 0));
        recorded(Map.of("id", "f-1", "fault", "pause", "target", "old", "state", "healed"));

        assertThat(heal()).isEqualTo(ExitCode.OK);

        assertThat(said.toString()).isEqualToIgnoringNewLines("nothing to heal");
    }

    @Test
    void saysWhatCouldNotBeHealedAndEndsWithAnError() throws Exception {
        Process proxy = new ProcessBuilder("sleep", "60").start();
        try {
            Map<String, Object> outside = Map.of("pid", proxy.pid(), "name", "a-b", "admin", "10.0.0.7:8474");
            recorded(Map.of("id", "f-1", "fault", "down", "target", "a->b", "state", "intent", "proxy", outside));

            assertThat(heal()).isEqualTo(ExitCode.TESTBED_ERROR);

            assertThat(said.toString())
                    .contains("fault f-1 (down on a->b): NOT healed: ")
                    .contains("0 done, 1 NOT done");
        } finally {
            proxy.destroyForcibly();
        }
    }

    private void recorded(Map<String, Object> fault) throws IOException {
        var directory = new RunDirectory(run);
        new Manifest(
                        Manifest.SCHEMA,
                        "plan",
                        1,
                        "reference",
                        "processes",
                        "",
                        new Manifest.ClockBase(0, ""),
                        Map.of(),
                        Map.of(),
                        List.of(new Manifest.Kind("pay", true)),
                        List.of("old"),
                        List.of("old", "new"),
                        Obligations.rehearsal())
                .write(directory);
        try (FileEventLog events = FileEventLog.open(directory.events())) {
            events.record("fault", fault);
        }
    }

    private int heal() {
        var out = new PrintWriter(said, true);
        return new CommandLine(new HealCommand())
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler(new Errors())
                .execute(run.toString());
    }
}
