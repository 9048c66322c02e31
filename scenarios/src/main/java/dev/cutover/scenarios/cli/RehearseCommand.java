package dev.cutover.scenarios.cli;

import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a plan, judges it, and writes the reports. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a plan from top to bottom: environment, bootstrap, every phase under load and faults, rollback, second cutover; "
                    + "then judges the evidence and writes verdict.json, junit.xml, summary.md and report.html.",
            "",
            "Ctrl-C heals the faults, stops everything, saves, and judges what there is."
        },
        footer = {"", "Example:  cutover rehearse --seed 42 --bridge without-back-sync"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_GO, ExitCode.HELP_NO_GO, ExitCode.HELP_INCONCLUSIVE, ExitCode.HELP_ERROR})
public final class RehearseCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(names = "--seed", description = "Decides load, keys and data; printed with every verdict. Default: drawn.")
    private @Nullable Long seed;

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where run directories are made (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Option(
            names = "--bridge",
            paramLabel = "NAME",
            completionCandidates = CompletionCommand.Bridges.class,
            description = "One of the plan's broken bridges instead of the plan as it is; see: cutover bridges PLAN")
    private @Nullable String bridge;

    @Option(names = "--keep", description = "Leave the environment up at the end, until Ctrl-C.")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RuntimeChoice runtime = options.runtime();
        ResolvedPlan asWritten = options.read(runtime.name());
        Optional<BrokenBridge> broken = Optional.ofNullable(bridge)
                .filter(name -> !name.equals("reference"))
                .map(name -> BrokenBridge.named(name, Home.bridges(asWritten)));
        ResolvedPlan read =
                broken.map(defect -> options.read(runtime.name(), defect)).orElse(asWritten);
        long decided = seed != null ? seed : ThreadLocalRandom.current().nextInt(SEEDS);
        var assembly = new Assembly(read, broken, decided, runtime, options.images(read), Home.path());
        String replay = Replay.of(assembly, options.given());
        return new RehearseRun(assembly, replay, runs, keep, Boolean.getBoolean("cutover.terminal"))
                .run(spec.commandLine().getOut())
                .code();
    }
}
