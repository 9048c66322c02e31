package dev.cutover.scenarios.cli;

import dev.cutover.chaos.faults.Faults;
import dev.cutover.environment.container.ImagesReader;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
        footer = {"", "Example:  cutover rehearse --seed 42 --bridge without-back-sync"})
public final class RehearseCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;

    @Parameters(
            arity = "0..1",
            defaultValue = "reference",
            paramLabel = "PLAN",
            description = "A plan file, or the name of one in scenarios/plans (default: ${DEFAULT-VALUE}).")
    private String plan = "reference";

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
            description = "A broken bridge instead of the reference; see: cutover bridges")
    private @Nullable String bridge;

    @Option(
            names = "--runtime",
            defaultValue = "auto",
            paramLabel = "RUNTIME",
            description = "processes, containers, or auto: containers where a Docker engine answers on this machine, "
                    + "else processes (default: ${DEFAULT-VALUE}).")
    private RuntimeChoice.Wanted runtime = RuntimeChoice.Wanted.AUTO;

    @Option(
            names = "--image",
            paramLabel = "NAME=IMAGE",
            description = "An image instead of the one that scenarios/plans/environments/images.yaml pins; "
                    + "may be given several times. Example: --image postgres=postgres:17.9")
    private Map<String, String> images = Map.of();

    @Option(names = "--keep", description = "Leave the environment up at the end, until Ctrl-C.")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Plan read = PlanReader.read(Home.plan(plan));
        Optional<BrokenBridge> broken = Optional.ofNullable(bridge)
                .filter(name -> !name.equals("reference"))
                .map(name -> BrokenBridge.named(name, Home.catalogue()));
        var choice = RuntimeChoice.of(runtime, ImagesReader.read(Home.images()).with(images));
        refuseUnfitFaults(read, choice.name());
        long decided = seed != null ? seed : ThreadLocalRandom.current().nextInt(SEEDS);
        var assembly = new Assembly(read, broken, decided, choice, Home.path());
        return new RehearseRun(assembly, runs, keep, Boolean.getBoolean("cutover.terminal"))
                .run(spec.commandLine().getOut());
    }

    /** A fault that cannot be injected is refused before anything is started. */
    private static void refuseUnfitFaults(Plan plan, RuntimeChoice.Name runtime) {
        for (PhaseSpec phase : plan.phases()) {
            for (FaultSpec fault : phase.faults()) {
                try {
                    Faults.check(fault);
                    if (runtime == RuntimeChoice.Name.PROCESSES && Faults.onlyOnContainers(fault)) {
                        throw new IllegalArgumentException("fault " + fault.id() + ": " + fault.name()
                                + " is for containers only: use --runtime containers");
                    }
                } catch (IllegalArgumentException e) {
                    throw new PlanException(
                            "%s: phase '%s': %s".formatted(plan.file(), phase.name(), e.getMessage()), e);
                }
            }
        }
    }
}
