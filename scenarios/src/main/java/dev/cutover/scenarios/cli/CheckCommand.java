package dev.cutover.scenarios.cli;

import dev.cutover.record.run.RunDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a run again from its evidence. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Judges a run from its evidence and writes verdict.json: the same run directory always gives the same verdict.")
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run directory, such as runs/latest.")
    private Path run = Path.of("runs/latest");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var directory = new RunDirectory(run.toRealPath());
        return Judgement.of(directory).print(spec.commandLine().getOut());
    }
}
