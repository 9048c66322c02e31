package dev.cutover.scenarios.cli;

import dev.cutover.reports.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the reports of a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes junit.xml, summary.md and report.html of a run from its verdict and evidence.",
        footer = {"", "Example:  cutover report runs/latest"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var directory = run.directory();
        Reports.write(directory);
        spec.commandLine().getOut().println("written: " + directory.report());
        return ExitCode.OK;
    }
}
