package dev.cutover.scenarios.cli;

import static dev.cutover.scenarios.cli.RunSummary.shown;

import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs there are. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs, the newest first, each with its verdict. Judges nothing: that is cutover check.",
        footer = {"", "Example:  cutover runs"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class RunsCommand implements Callable<Integer> {

    private static final String LINE = "%-12s %-24s %8s  %-24s %-30s %s%n";

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where runs lie (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec;

    private record Answer(List<RunSummary> runs) {}

    @Override
    public Integer call() throws IOException {
        List<RunSummary> found = Runs.all(runs).stream()
                .map(RunDirectory::new)
                .map(RunSummary::of)
                .sorted(RunSummary.NEWEST_FIRST)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json.asked()) {
            JsonOption.print(out, new Answer(found));
        } else if (found.isEmpty()) {
            out.println("no runs in " + runs.toAbsolutePath().normalize() + "; make one with: cutover rehearse");
        } else {
            out.printf(LINE, "VERDICT", "PLAN", "SEED", "BRIDGE", "BEGUN", "RUN");
            found.forEach(run -> print(out, run));
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, RunSummary run) {
        out.printf(
                LINE,
                run.state(),
                shown(run.plan()),
                shown(run.seed()),
                shown(run.bridge()),
                shown(run.startedAt()),
                run.run());
        if (run.damage() != null) {
            out.println("             " + run.damage());
        }
    }
}
