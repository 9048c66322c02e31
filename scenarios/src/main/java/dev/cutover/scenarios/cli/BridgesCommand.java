package dev.cutover.scenarios.cli;

import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the bridges with a seeded defect. */
@Command(
        name = "bridges",
        mixinStandardHelpOptions = true,
        description =
                "Lists the broken bridges and the checkers of which one must catch each. Run one with: cutover rehearse --bridge NAME",
        footer = {"", "Example:  cutover bridges --json"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class BridgesCommand implements Callable<Integer> {

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec;

    private record Answer(List<Bridge> bridges) {}

    private record Bridge(String name, String replaces, List<String> caughtBy, String defect) {}

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (json.asked()) {
            JsonOption.print(
                    out,
                    new Answer(BrokenBridge.catalogue(Home.catalogue()).values().stream()
                            .map(bridge ->
                                    new Bridge(bridge.name(), bridge.replaces(), bridge.caughtBy(), bridge.defect()))
                            .toList()));
            return ExitCode.OK;
        }
        out.printf("%-24s %-8s %-41s %s%n", "BRIDGE", "REPLACES", "MUST BE CAUGHT BY", "DEFECT");
        out.printf("%-24s %-8s %-41s %s%n", "reference", "-", "none: must be GO", "The reference bridge and sync.");
        for (BrokenBridge bridge : BrokenBridge.catalogue(Home.catalogue()).values()) {
            String caughtBy = bridge.caughtBy().isEmpty() ? "none: must be GO" : String.join(" or ", bridge.caughtBy());
            out.printf("%-24s %-8s %-41s %s%n", bridge.name(), bridge.replaces(), caughtBy, bridge.defect());
        }
        return ExitCode.OK;
    }
}
