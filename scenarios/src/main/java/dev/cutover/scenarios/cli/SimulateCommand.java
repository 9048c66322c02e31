package dev.cutover.scenarios.cli;

import dev.cutover.record.json.Json;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.simulation.Cell;
import dev.cutover.simulation.Course;
import dev.cutover.simulation.Defect;
import dev.cutover.simulation.Judged;
import dev.cutover.simulation.Schedule;
import dev.cutover.simulation.Shrink;
import dev.cutover.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a plan's phases in memory, thousands of times. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a plan's phases in memory, on a virtual clock: simulated systems, bridge and sync, with messages lost, frozen, delayed, doubled and "
                    + "reordered and parts crashing between any two steps, judged by the checkers of a real run. Starts nothing.",
            "",
            "A schedule is one course of all phases, with the fault of its cell (phase/fault) in that phase; the seed decides everything else. "
                    + "Schedule number i takes cell number i of those asked for, in turn, and seed S + i. A schedule that fails is made as small as it can be, "
                    + "and one command is printed that plays it again. The bridge is the testbed's own, not yours: it tests the checkers and the "
                    + "reference's way to move keys."
        },
        footer = {
            "",
            "Examples:  cutover simulate --schedules 10000",
            "           cutover simulate --cell half/lose-answer --schedules 500",
            "           cutover simulate --defect skips-the-fence",
            "",
            "Defects: see docs/simulation.md."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_GO, ExitCode.HELP_NO_GO, ExitCode.HELP_INCONCLUSIVE, ExitCode.HELP_ERROR})
public final class SimulateCommand implements Callable<Integer> {

    private static final String NONE = "none";

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(
            names = "--schedules",
            defaultValue = "2000",
            paramLabel = "N",
            description = "How many schedules are played (default: ${DEFAULT-VALUE}).")
    private int schedules = 2_000;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "The seed of the first schedule (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--cell",
            defaultValue = "",
            paramLabel = "PHASE/FAULT",
            description = "Only this cell; PHASE/ or /FAULT for all cells of one (default: all).")
    private String cell = "";

    @Option(
            names = "--defect",
            paramLabel = "NAME",
            description = "Seeds a defect into the simulated bridge or sync, to see it caught.")
    private @Nullable String defect;

    @Option(
            names = "--only",
            paramLabel = "N,N,…",
            description = "Only these operations of the load, by number, or none; as in the command that is printed.")
    private @Nullable String only;

    @Option(
            names = "--faults",
            paramLabel = "N,N,…",
            description = "Only these faults of the cell, by number, or none; as in the command that is printed.")
    private @Nullable String faults;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes what came of it as JSON, as docs/command-line.md describes it.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (schedules < 1) {
            throw new IllegalArgumentException("--schedules must be 1 or more, but is " + schedules);
        }
        ResolvedPlan plan = options.read(options.runtime().name());
        Course course = Course.of(plan.plan(), RunManifest.manifest(plan));
        List<Cell> cells = Cell.named(cell, course);
        Defect seeded = defect == null ? null : Defect.named(defect);
        Schedule like =
                new Schedule(cells.getFirst(), seed, numbers("--only", only), numbers("--faults", faults), seeded);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d cells, %d schedules, seeds %d … %d%s%n",
                plan.plan().name(),
                cells.size(),
                schedules,
                seed,
                seed + schedules - 1,
                seeded == null ? "" : ", bridge with defect " + seeded);
        out.flush();
        Simulation.Result result = Simulation.run(course, cells, schedules, seed, like, this::progress);
        Judged worst = result.worst();
        Judged smallest = worst == null || worst.accusing().isEmpty() ? worst : Shrink.of(course, worst);
        String replay = smallest == null ? "" : replay(plan, smallest);
        SimulationText.print(out, result, seeded, worst, smallest, replay);
        if (json != null) {
            Json.write(json, SimulationText.json(plan.plan().name(), seed, result, worst, smallest, replay));
        }
        return verdict(result).exitCode();
    }

    static Verdict verdict(Simulation.Result result) {
        return result.noGo() > 0 ? Verdict.NO_GO : result.notGo() > 0 ? Verdict.INCONCLUSIVE : Verdict.GO;
    }

    private void progress(int played) {
        int step = Math.max(1_000, schedules / 10);
        if (played % step == 0 && played < schedules) {
            PrintWriter messages = spec.commandLine().getErr();
            messages.println(played + " of " + schedules);
            messages.flush();
        }
    }

    private String replay(ResolvedPlan plan, Judged smallest) {
        Schedule schedule = smallest.schedule();
        List<String> given = new ArrayList<>(List.of(
                "--cell", schedule.cell().text(), "--seed", Long.toString(schedule.seed()), "--schedules", "1"));
        if (schedule.defect() != null) {
            given.addAll(List.of("--defect", schedule.defect().text()));
        }
        if (schedule.only() != null) {
            given.addAll(List.of("--only", text(schedule.only())));
        }
        if (schedule.faults() != null) {
            given.addAll(List.of("--faults", text(schedule.faults())));
        }
        given.addAll(options.given());
        return Replay.of("simulate", plan.file(), given);
    }

    private static String text(Set<Integer> numbers) {
        return numbers.isEmpty()
                ? NONE
                : String.join(
                        ",",
                        new TreeSet<>(numbers).stream().map(String::valueOf).toList());
    }

    private static @Nullable Set<Integer> numbers(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Set<Integer> numbers = new TreeSet<>();
        try {
            for (String number : text.equals(NONE) ? new String[0] : text.split(",", -1)) {
                numbers.add(Integer.valueOf(number.strip()));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be numbers such as 3,17 or none, but is " + text, e);
        }
        return numbers;
    }
}
