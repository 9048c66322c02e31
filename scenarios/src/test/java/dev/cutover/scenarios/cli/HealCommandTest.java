package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void deletesTheScratchSpaceAsTheEndOfARunDoes() throws IOException {
        recorded(new FaultEvent.Healed("f-1", "pause", "old", "dual", null));
        Path elsewhere = Files.createDirectory(run.resolve("elsewhere"));
        Path scratch = Files.createDirectories(run.resolve("work/old"));
        Files.writeString(scratch.resolve("file"), "");
        Files.createSymbolicLink(scratch.resolve("link"), elsewhere);

        assertThat(heal()).isEqualTo(ExitCode.OK);

        assertThat(said.toString()).contains("scratch space " + run.resolve("work") + ": deleted", "1 done");
        assertThat(run.resolve("work")).doesNotExist();
        assertThat(elsewhere).isDirectory();
    }

    @Test
    void leavesTheEvidenceAsItWasAndKnowsTheSecondTimeWhatItDid() throws Exception {
        Process paused = new ProcessBuilder("sleep", "60").start();
        try {
            var undo = new FaultEvent.Undo(paused.pid(), 0, null);
            recorded(new FaultEvent.Intended("f-1", "pause", "old", "dual", 0, undo));
            var directory = new RunDirectory(run);
            Checksums.write(directory);

            assertThat(heal()).isEqualTo(ExitCode.OK);
            assertThat(said.toString()).contains("fault f-1 (pause on old)", "1 done");
            assertThat(Checksums.differences(directory)).isEmpty();
            assertThat(directory.healed()).content().contains("\"id\":\"f-1\"", "\"state\":\"healed\"");

            said.getBuffer().setLength(0);
            assertThat(heal()).isEqualTo(ExitCode.OK);
            assertThat(said.toString()).isEqualToIgnoringNewLines("nothing to heal");
        } finally {
            paused.destroyForcibly();
        }
    }

    @Test
    void writesThroughNoLinkThatSomebodyPlanted() throws IOException {
        recorded(new FaultEvent.Intended("f-1", "pause", "old", "dual", 0, new FaultEvent.Undo(0, 0, null)));
        Files.createSymbolicLink(run.resolve("healed.jsonl"), run.resolve("elsewhere"));

        assertThat(heal()).isEqualTo(ExitCode.TESTBED_ERROR);

        assertThat(said.toString()).contains("healed.jsonl is a symbolic link");
        assertThat(run.resolve("elsewhere")).doesNotExist();
    }

    private void recorded(FaultEvent fault) throws IOException {
        var directory = new RunDirectory(run);
        BareManifest.write(directory);
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
