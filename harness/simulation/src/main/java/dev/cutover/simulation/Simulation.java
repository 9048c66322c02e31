package dev.cutover.simulation;

import dev.cutover.record.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Many schedules over many cells, in turn. */
public final class Simulation {
    private Simulation() {}

    /**
     * What became of the schedules of a cell.
     *
     * @param acted in how many a fault did something: to a message, or by a crash
     */
    public record Tally(Cell cell, int schedules, int go, int noGo, int inconclusive, int acted) {
        private Tally plus(Judged judged) {
            return new Tally(
                    cell,
                    schedules + 1,
                    go + (judged.verdict() == Verdict.GO ? 1 : 0),
                    noGo + (judged.verdict() == Verdict.NO_GO ? 1 : 0),
                    inconclusive + (judged.verdict() == Verdict.INCONCLUSIVE ? 1 : 0),
                    acted + (judged.acted() > 0 ? 1 : 0));
        }
    }

    /**
     * Of all of them.
     *
     * @param operations how many were asked for
     * @param worst the first that was NO-GO; if none was, the first that was not GO; null if all were GO
     */
    public record Result(
            List<Tally> cells, long operations, @Nullable Judged worst) {
        public Result {
            cells = List.copyOf(cells);
        }

        /** How many schedules were not GO. */
        public int notGo() {
            return cells.stream().mapToInt(cell -> cell.schedules() - cell.go()).sum();
        }

        /** How many were NO-GO. */
        public int noGo() {
            return cells.stream().mapToInt(Tally::noGo).sum();
        }
    }

    /**
     * Plays so many, the first of them with the first seed and the first cell.
     *
     * @param like what they have in common: the defect, and which operations and faults there are; its cell and seed do not count
     * @param progress told how many were played, after each
     */
    public static Result run(
            Course course, List<Cell> cells, int schedules, long seed, Schedule like, IntConsumer progress) {
        List<Tally> tallies = new ArrayList<>();
        cells.forEach(cell -> tallies.add(new Tally(cell, 0, 0, 0, 0, 0)));
        long operations = 0;
        Judged worst = null;
        for (int i = 0; i < schedules; i++) {
            int cell = i % cells.size();
            Judged judged = Judged.of(
                    course, new Schedule(cells.get(cell), seed + i, like.only(), like.faults(), like.defect()));
            tallies.set(cell, tallies.get(cell).plus(judged));
            operations += judged.operations().size();
            worst = worse(worst, judged);
            progress.accept(i + 1);
        }
        return new Result(tallies, operations, worst);
    }

    private static @Nullable Judged worse(@Nullable Judged before, Judged now) {
        if (now.deciding().isEmpty()) {
            return before;
        }
        boolean worse = before == null
                || (before.accusing().isEmpty() && !now.accusing().isEmpty());
        return worse ? now : before;
    }
}
