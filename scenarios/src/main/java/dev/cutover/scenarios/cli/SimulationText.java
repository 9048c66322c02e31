package dev.cutover.scenarios.cli;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.simulation.Defect;
import dev.cutover.simulation.FaultKind;
import dev.cutover.simulation.Judged;
import dev.cutover.simulation.Simulation;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a simulation, for a person and for a program. */
final class SimulationText {
    private SimulationText() {}

    /** For a program. */
    record Answer(
            String plan,
            long seed,
            int schedules,
            long operations,
            Verdict verdict,
            List<Cell> cells,
            @Nullable Failing failing) {}

    /**
     * A cell's schedules.
     *
     * @param acted in how many the fault did something
     */
    record Cell(String phase, String fault, int schedules, int go, int noGo, int inconclusive, int acted) {
        static Cell of(Simulation.Tally tally) {
            return new Cell(
                    tally.cell().phase(),
                    tally.cell().fault().text(),
                    tally.schedules(),
                    tally.go(),
                    tally.noGo(),
                    tally.inconclusive(),
                    tally.acted());
        }
    }

    /** The worst schedule. */
    record Failing(
            String cell,
            long seed,
            List<String> checkers,
            String message,
            int operations,
            int shrunkTo,
            String replay) {}

    static Answer json(
            String plan,
            long seed,
            Simulation.Result result,
            @Nullable Judged worst,
            @Nullable Judged smallest,
            String replay) {
        Failing failing = worst == null || smallest == null
                ? null
                : new Failing(
                        worst.schedule().cell().text(),
                        worst.schedule().seed(),
                        checkers(worst),
                        why(smallest),
                        worst.operations().size(),
                        smallest.operations().size(),
                        replay);
        return new Answer(
                plan,
                seed,
                schedules(result),
                result.operations(),
                SimulateCommand.verdict(result),
                result.cells().stream().map(Cell::of).toList(),
                failing);
    }

    private static int schedules(Simulation.Result result) {
        return result.cells().stream().mapToInt(Simulation.Tally::schedules).sum();
    }

    private static List<String> checkers(Judged judged) {
        return judged.deciding().stream().map(Finding::checker).toList();
    }

    private static String why(Judged judged) {
        Finding first = judged.deciding().getFirst();
        return first.checker() + ": " + first.message();
    }

    static void print(
            PrintWriter out,
            Simulation.Result result,
            @Nullable Defect defect,
            @Nullable Judged worst,
            @Nullable Judged smallest,
            String replay) {
        table(out, result);
        Verdict verdict = SimulateCommand.verdict(result);
        int schedules = schedules(result);
        out.printf(
                "%n%s: %d of %d schedules are GO, %d NO-GO, %d INCONCLUSIVE; %d operations, faults did something in %d schedules%n",
                verdict.text(),
                schedules - result.notGo(),
                schedules,
                result.noGo(),
                result.notGo() - result.noGo(),
                result.operations(),
                result.cells().stream().mapToInt(Simulation.Tally::acted).sum());
        if (worst != null && smallest != null) {
            out.printf(
                    "the first: %s, seed %d, by %s%n",
                    worst.schedule().cell().text(), worst.schedule().seed(), String.join(", ", checkers(worst)));
            out.printf(
                    "as small as it gets: %d of %d operations, %d of %d faults%n           %s%nreplay:    %s%n",
                    smallest.operations().size(),
                    worst.operations().size(),
                    smallest.faults().size(),
                    worst.faults().size(),
                    why(smallest),
                    replay);
        }
        if (defect != null) {
            out.println(
                    defect.caughtBy().isEmpty()
                            ? defect + " is odd and right: every schedule must be GO"
                            : defect + " must be caught by " + String.join(" or ", defect.caughtBy()));
        }
        out.flush();
    }

    /** How many schedules of each cell were GO; where not all were, how many there were. */
    private static void table(PrintWriter out, Simulation.Result result) {
        List<String> phases = result.cells().stream()
                .map(tally -> tally.cell().phase())
                .distinct()
                .toList();
        List<FaultKind> faults = Stream.of(FaultKind.values())
                .filter(fault ->
                        result.cells().stream().anyMatch(tally -> tally.cell().fault() == fault))
                .toList();
        out.printf("%n%-16s", "GO");
        faults.forEach(fault -> out.printf(" %12s", fault.text()));
        out.println();
        for (String phase : phases) {
            out.printf("%-16s", phase);
            faults.forEach(fault -> out.printf(" %12s", cell(result, phase, fault)));
            out.println();
        }
    }

    private static String cell(Simulation.Result result, String phase, FaultKind fault) {
        return result.cells().stream()
                .filter(tally ->
                        tally.cell().phase().equals(phase) && tally.cell().fault() == fault)
                .map(tally -> tally.go() == tally.schedules()
                        ? Integer.toString(tally.go())
                        : tally.go() + "/" + tally.schedules())
                .findFirst()
                .orElse("");
    }
}
