package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Role;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        recorded(new FaultEvent.Intended("f-1", "pause", "old", "dual", 0, new FaultEvent.Undo(0, 0, null)));
        recorded(new FaultEvent.Healed("f-1", "pause", "old", "dual", null));

        assertThat(heal()).isEqualTo(ExitCode.OK);

        assertThat(said.toString()).isEqualToIgnoringNewLines("nothing to heal");
    }

    @Test
    void saysWhatCouldNotBeHealedAndEndsWithAnError() throws Exception {
        Process proxy = new ProcessBuilder("sleep", "60").start();
        try {
            var outside = new FaultEvent.Undo(proxy.pid(), 0, new FaultEvent.Proxy("a-b", "10.0.0.7:8474"));
            recorded(new FaultEvent.Intended("f-1", "down", "a->b", "dual", 0, outside));

            assertThat(heal()).isEqualTo(ExitCode.TESTBED_ERROR);

            assertThat(said.toString())
                    .contains("fault f-1 (down on a->b): NOT healed: ")
                    .contains("0 done, 1 NOT done");
        } finally {
            proxy.destroyForcibly();
        }
    }

    private void recorded(FaultEvent fault) throws IOException {
        var directory = new RunDirectory(run);
        new Manifest(
                        Manifest.SCHEMA,
                        "plan",
                        1,
                        "reference",
                        "processes",
                        "",
                        new Manifest.ClockBase(0, ""),
                        new Manifest.Machine(2, 1_024, "", ""),
                        new Manifest.Versions("", ""),
                        List.of(new Manifest.Kind("pay", Role.APPEND)),
                        List.of("old"),
                        List.of("old", "new"),
                        new Obligations(
                                Map.of(),
                                "old",
                                0,
                                false,
                                false,
                                List.of(),
                                null,
                                null,
                                false,
                                false,
                                false,
                                false,
                                List.of(),
                                false,
                                new Limits(1, 1, 1, 1, new TreeMap<>())))
                .write(directory);
        try (FileEventLog events = FileEventLog.open(directory.events())) {
            events.record(fault);
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
