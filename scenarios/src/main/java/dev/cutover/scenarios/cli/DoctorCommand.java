package dev.cutover.scenarios.cli;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.rehearse.trial.Trial;
import dev.cutover.rehearse.trial.Trials;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether this machine can rehearse, or whether every part of a plan works. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is there on this machine, what is missing and what to do; builds toxiproxy-server if it can.",
            "",
            "With a plan: starts its systems, tries every part of the plan once, without load and faults, says in words what is wrong, "
                    + "where and what to do, and stops everything. It takes well under a minute for most plans."
        },
        footer = {"", "Example:  cutover doctor notes"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:a rehearsal can run; with a plan: everything that was tried is right",
            "1:with a plan: something is wrong with it or its systems",
            "3:something is missing on this machine, or the plan cannot be read"
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            completionCandidates = CompletionCommand.Plans.class,
            description = "A plan file, or the name of one that ships; without it, only this machine is looked at.")
    private @Nullable String plan;

    @Mixin
    private PlanChanges changes = new PlanChanges();

    @Mixin
    private JsonOption json = new JsonOption();

    private record Answer(boolean able, List<String> runtimes, List<Seen> checks) {}

    /** A check as JSON has it; the runtime is empty for what every rehearsal needs. */
    private record Seen(String runtime, String name, String level, String found, String advice) {}

    private record Tried(String plan, String runtime, boolean fine, List<Trial> trials) {}

    @Override
    public Integer call() throws IOException {
        return plan == null ? machine(EnumSet.allOf(RuntimeChoice.Name.class)) : tryOut(plan);
    }

    private int machine(EnumSet<RuntimeChoice.Name> runtimes) throws IOException {
        var look = new MachineLook(runtimes);
        if (json.asked()) {
            JsonOption.print(out(), answer(look));
        } else {
            look.print(out());
        }
        return look.able().isEmpty() ? ExitCode.TESTBED_ERROR : ExitCode.OK;
    }

    private static Answer answer(MachineLook look) {
        Stream<Seen> checks = look.groups().stream()
                .flatMap(group -> group.checks().stream()
                        .map(check -> new Seen(
                                group.heading(),
                                check.name(),
                                MachineLook.level(check.level()),
                                check.found(),
                                check.advice())));
        return new Answer(
                !look.able().isEmpty(),
                look.able().stream().map(RuntimeChoice.Name::toString).sorted().toList(),
                checks.toList());
    }

    private int tryOut(String name) throws IOException {
        RuntimeChoice runtime = changes.runtime();
        ResolvedPlan read = changes.read(name, runtime.name(), List.of());
        if (new MachineLook(EnumSet.of(runtime.name())).able().isEmpty()) {
            return machine(EnumSet.of(runtime.name()));
        }
        YamlFile written = changes.written(name);
        var printer = new TrialPrinter(out());
        var trials = new Trials(written, json.asked() ? trial -> {} : printer);
        var assembly = new Assembly(
                read,
                Optional.empty(),
                ThreadLocalRandom.current().nextInt(SEEDS),
                runtime,
                changes.images(read),
                Home.path());
        try (var interruption = new Interruption()) {
            try {
                new PlanExamination(assembly, trials).run();
            } catch (InterruptedException e) {
                spec.commandLine().getErr().println("cutover: interrupted; everything is stopped");
                return interruption.finish(ExitCode.TESTBED_ERROR);
            }
            boolean fine = trials.count(Trial.Result.WRONG) == 0;
            if (json.asked()) {
                JsonOption.print(
                        out(), new Tried(read.plan().name(), runtime.name().toString(), fine, trials.all()));
            } else {
                printer.sum(read.plan().name(), trials, Replay.first(read.file(), changes.givenWithRuntime()));
            }
            return interruption.finish(fine ? ExitCode.OK : ExitCode.WRONG);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
