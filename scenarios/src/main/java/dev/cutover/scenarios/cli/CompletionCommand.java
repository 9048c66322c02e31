package dev.cutover.scenarios.cli;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete the command line. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script for bash and zsh that completes commands, options, plans and bridges.",
        footer = {"", "Example:  source <(cutover completion)"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("cutover", spec.root().commandLine()));
        out.flush();
        return ExitCode.OK;
    }

    /** What {@code --bridge} takes with the default plan. */
    static final class Bridges implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            ResolvedPlan plan = new PlanReader(Faults.KINDS).read(Home.plan("reference"), List.of());
            return Stream.concat(Stream.of("reference"), BrokenBridge.catalogue(Home.bridges(plan)).keySet().stream())
                    .iterator();
        }
    }

    /** The plans that ship. */
    static final class Plans implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Home.shipped().keySet().iterator();
        }
    }
}
