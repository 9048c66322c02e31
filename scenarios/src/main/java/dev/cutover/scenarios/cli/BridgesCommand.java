package dev.cutover.scenarios.cli;

import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the bridges with a seeded defect that a plan has. */
@Command(
        name = "bridges",
        mixinStandardHelpOptions = true,
        description =
                "Lists a plan's broken bridges and the checkers or gates of which one must catch each. Run one with: cutover rehearse PLAN --bridge NAME",
        footer = {"", "Example:  cutover bridges --json"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class BridgesCommand implements Callable<Integer> {

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Spec
    private CommandSpec spec;

    private record Answer(List<Bridge> bridges) {}

    private record Bridge(
            String name, String replaces, List<String> caughtBy, List<String> together, String defect, String verdict) {
        static Bridge of(BrokenBridge bridge) {
            var entry = bridge.entry();
            return new Bridge(
                    bridge.name(),
                    entry.changes(),
                    entry.caughtBy(),
                    entry.together(),
                    entry.defect(),
                    entry.verdict());
        }

        String expected() {
            if (!together.isEmpty()) {
                return "each by its own: must be " + verdict;
            }
            return caughtBy.isEmpty() ? "none: must be " + verdict : String.join(" or ", caughtBy);
        }
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        List<Bridge> bridges =
                BrokenBridge.catalogue(
                                Home.bridges(options.read(options.runtime().name())))
                        .values()
                        .stream()
                        .map(Bridge::of)
                        .toList();
        if (json.asked()) {
            JsonOption.print(out, new Answer(bridges));
            return ExitCode.OK;
        }
        out.printf("%-24s %-8s %-41s %s%n", "BRIDGE", "REPLACES", "MUST BE CAUGHT BY", "DEFECT");
        out.printf(
                "%-24s %-8s %-41s %s%n",
                "reference", "-", "none: must be GO", "The bridge and sync as the plan has them.");
        bridges.forEach(bridge -> out.printf(
                "%-24s %-8s %-41s %s%n", bridge.name(), bridge.replaces(), bridge.expected(), bridge.defect()));
        return ExitCode.OK;
    }
}
