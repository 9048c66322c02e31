package dev.cutover.scenarios.cli;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which plan, with which changes, on what. */
final class PlanOptions {

    @Parameters(
            arity = "0..1",
            defaultValue = "reference",
            paramLabel = "PLAN",
            completionCandidates = CompletionCommand.Plans.class,
            description =
                    "A plan file, or the name of one that ships: in scenarios/plans or scenarios/examples (default: ${DEFAULT-VALUE}).")
    private String plan = "reference";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A value instead of the plan's; may be given several times. "
                            + "Examples: --set load.operations-per-second=200 --set phases.dual.hold=5s --set load.at-most=2min")
    private List<String> settings = List.of();

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
            description =
                    "An image instead of the one that the environment names (images), or else scenarios/plans/environments/images.yaml pins; "
                            + "may be given several times. Example: --image postgres=postgres:17.9")
    private Map<String, String> images = Map.of();

    RuntimeChoice runtime() {
        return RuntimeChoice.of(runtime);
    }

    /** What is asked for goes before what the environment names, and that before what is pinned. */
    Images images(ResolvedPlan read) {
        return Images.read(Home.images()).with(read.images()).with(images);
    }

    /**
     * Reads the plan and all that belongs to it, and checks it for what it will run on.
     *
     * @throws PlanException with all that is wrong
     */
    ResolvedPlan read(RuntimeChoice.Name on) {
        return read(on, List.of());
    }

    /** The same with a broken bridge's values in it, which come before those of the command line. */
    ResolvedPlan read(RuntimeChoice.Name on, BrokenBridge broken) {
        return read(on, broken.entry().set());
    }

    private ResolvedPlan read(RuntimeChoice.Name on, List<String> first) {
        List<String> all = Stream.concat(first.stream(), settings.stream()).toList();
        ResolvedPlan read = new PlanReader(Faults.KINDS).read(Home.plan(plan), all);
        List<Problem> unfit = (on == RuntimeChoice.Name.PROCESSES ? onlyInContainers(read) : onlyAsProcesses(read))
                .map(message -> new Problem(read.file().toString(), 0, message))
                .toList();
        if (!unfit.isEmpty()) {
            throw new PlanException(unfit);
        }
        return read;
    }

    private static Stream<String> onlyInContainers(ResolvedPlan read) {
        return faults(read.plan()).stream()
                .filter(fault -> fault.what().onlyInContainers())
                .map(fault -> "fault " + fault.id() + ": " + fault.name()
                        + " is for containers only; use --runtime containers, or take it out");
    }

    /** The injector's image is a Java runtime, without the languages of programs. */
    private static Stream<String> onlyAsProcesses(ResolvedPlan read) {
        return read.plan().load().program().stream()
                .map(program -> "'load.program' runs as a process only; use --runtime processes");
    }

    static List<FaultSpec> faults(Plan plan) {
        return plan.phases().stream().flatMap(phase -> phase.faults().stream()).toList();
    }
}
