package dev.cutover.scenarios.cli;

import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which run a command is about. */
final class RunArgument {

    @Parameters(
            arity = "0..1",
            defaultValue = Runs.LATEST,
            paramLabel = "RUN",
            description =
                    "A run directory, or the name of one in --runs (default: runs/latest, the newest); see: cutover runs")
    private Path run = Path.of(Runs.LATEST);

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where runs lie (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    RunDirectory directory() throws IOException {
        return Runs.find(runs, run);
    }
}
