package dev.cutover.scenarios.cli;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** With which changes a plan is taken, and on what. */
class PlanChanges {

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

    /** The options that change the plan, or what it is run with, as they were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        settings.forEach(setting -> given.addAll(List.of("--set", setting)));
        images.forEach((name, image) -> given.addAll(List.of("--image", name + "=" + image)));
        return given;
    }

    /** The same, and the runtime if one was asked for. */
    List<String> givenWithRuntime() {
        List<String> all = new ArrayList<>();
        if (runtime != RuntimeChoice.Wanted.AUTO) {
            all.addAll(List.of("--runtime", runtime.toString()));
        }
        all.addAll(given());
        return all;
    }

    /** The file with the changes in it, to find the line of what it says. */
    YamlFile written(String plan) {
        return YamlFile.read(Home.plan(plan)).with(settings);
    }

    /**
     * Reads a plan and all that belongs to it, and checks it for what it will run on.
     *
     * @param first values that come before those of the command line
     * @throws PlanException with all that is wrong
     */
    ResolvedPlan read(String plan, RuntimeChoice.Name on, List<String> first) {
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
