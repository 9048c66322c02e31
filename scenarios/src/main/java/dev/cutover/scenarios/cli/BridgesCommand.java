package dev.cutover.scenarios.cli;

import dev.cutover.scenarios.stage.BrokenBridge;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the bridges with a seeded defect. */
@Command(
        name = "bridges",
        mixinStandardHelpOptions = true,
        description =
                "Lists the broken bridges and the checkers of which one must catch each. Run one with: cutover rehearse --bridge NAME")
public final class BridgesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.printf("%-24s %-8s %-41s %s%n", "BRIDGE", "REPLACES", "MUST BE CAUGHT BY", "DEFECT");
        out.printf("%-24s %-8s %-41s %s%n", "reference", "-", "none: must be GO", "The reference bridge and sync.");
        for (BrokenBridge bridge : BrokenBridge.catalogue(Home.catalogue()).values()) {
            String caughtBy = bridge.caughtBy().isEmpty() ? "none: must be GO" : String.join(" or ", bridge.caughtBy());
            out.printf("%-24s %-8s %-41s %s%n", bridge.name(), bridge.replaces(), caughtBy, bridge.defect());
        }
        return ExitCode.OK;
    }
}
