package dev.cutover.scenarios.cli;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.Reports;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reports of a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes junit.xml, summary.md and report.html of a run from its verdict and evidence.")
public final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run directory, such as runs/latest.")
    private Path run = Path.of("runs/latest");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var directory = new RunDirectory(run.toRealPath());
        Reports.write(directory);
        spec.commandLine().getOut().println("written: " + directory.report());
        return ExitCode.OK;
    }
}
