package dev.cutover.scenarios.matrix;

import dev.cutover.record.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a matrix that was rehearsed.
 *
 * @param runs all that were rehearsed, in their order, those of single cells among them
 * @param cells what was found of each cell
 */
public record Campaign(List<Ran> runs, List<Found> cells) {

    /** Rehearses cells together, or one alone. */
    @FunctionalInterface
    public interface Rehearsing {
        Ran rehearse(List<Cell> cells) throws IOException;
    }

    /**
     * One run.
     *
     * @param run the name of its directory
     * @param reason of its verdict
     */
    public record Ran(List<Cell> cells, Verdict verdict, String run, String reason) {
        public Ran {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What was found of one cell.
     *
     * @param run which says so
     * @param alone whether it was the only one there, since a run in which it was with others was not GO
     */
    public record Found(Cell cell, Verdict verdict, String run, boolean alone) {}

    public Campaign {
        runs = List.copyOf(runs);
        cells = List.copyOf(cells);
    }

    /** Rehearses the runs one after the other; of one that is not GO each cell again, alone, to know whose doing it was. */
    public static Campaign of(List<List<Cell>> runs, Rehearsing rehearsing) throws IOException {
        List<Ran> ran = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (List<Cell> cells : runs) {
            Ran together = rehearsing.rehearse(cells);
            ran.add(together);
            if (together.verdict() == Verdict.GO || cells.size() == 1) {
                cells.forEach(
                        cell -> found.add(new Found(cell, together.verdict(), together.run(), cells.size() == 1)));
                continue;
            }
            for (Cell cell : cells) {
                Ran alone = rehearsing.rehearse(List.of(cell));
                ran.add(alone);
                found.add(new Found(cell, alone.verdict(), alone.run(), true));
            }
        }
        return new Campaign(ran, found);
    }

    /** The runs that were not GO although each of their cells is, alone: only together do they make what was found. */
    public List<Ran> onlyTogether() {
        return runs.stream()
                .filter(run -> run.verdict() != Verdict.GO && run.cells().size() > 1)
                .filter(run -> run.cells().stream().allMatch(this::go))
                .toList();
    }

    private boolean go(Cell cell) {
        return cells.stream().anyMatch(found -> found.cell().equals(cell) && found.verdict() == Verdict.GO);
    }

    /** NO-GO if any run was: what was found stays found. A run that was only inconclusive is made good by its cells, alone. */
    public Verdict verdict() {
        if (runs.stream().anyMatch(run -> run.verdict() == Verdict.NO_GO)) {
            return Verdict.NO_GO;
        }
        boolean all = cells.stream().allMatch(found -> found.verdict() == Verdict.GO);
        return all && !cells.isEmpty() ? Verdict.GO : Verdict.INCONCLUSIVE;
    }
}
