package dev.cutover.scenarios.score;

import dev.cutover.record.verdict.Verdict;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How verdicts compare with what is expected of a catalogue's bridges.
 *
 * @param defects each bridge with a defect
 * @param harmless the reference, and each bridge that is odd but correct
 */
public record Score(List<Row> defects, List<Row> harmless) {
    /** The plan's own bridge. */
    static final String REFERENCE = "reference";

    public Score {
        defects = List.copyOf(defects);
        harmless = List.copyOf(harmless);
    }

    /**
     * A bridge and its runs.
     *
     * @param hazard the class of hazards that the defect belongs to
     * @param expected by whom it must be caught; nobody, if it must be GO
     * @param alone in how many of the runs no other bridge had a share
     * @param right runs whose verdict was the expected one, by one of those
     * @param byOthers NO-GO, but by none of those
     * @param missed GO for a defect, NO-GO for none
     * @param inconclusive no verdict
     * @param told in how many it is known how often the defect acted
     * @param acted in how many of these it did
     * @param firstActed the phases in which it did so first
     * @param seenBy whoever said no, in any of the runs
     * @param counted of how many of those alone it is known what a comparison of row counts in the end would have seen
     * @param byCounts in how many of these it would have seen it
     * @param byDiff in how many of those alone a full comparison of both databases would have
     * @param byAnswers the same of a comparison of answers
     */
    public record Row(
            String bridge,
            String defect,
            String hazard,
            List<String> expected,
            int runs,
            int alone,
            int right,
            int byOthers,
            int missed,
            int inconclusive,
            int told,
            int acted,
            SortedSet<String> firstActed,
            SortedSet<String> seenBy,
            int counted,
            int byCounts,
            int byDiff,
            int byAnswers) {
        public Row {
            expected = List.copyOf(expected);
            firstActed = Collections.unmodifiableSortedSet(new TreeSet<>(firstActed));
            seenBy = Collections.unmodifiableSortedSet(new TreeSet<>(seenBy));
        }
    }

    /** Counts the runs of each bridge of a catalogue, in its order. */
    public static Score of(Collection<BrokenBridge> catalogue, List<ScoredRun> runs) {
        List<Row> defects = new ArrayList<>();
        List<Row> harmless = new ArrayList<>();
        harmless.add(row(REFERENCE, "None: as the plan has it.", "", List.of(), Verdict.GO, runs));
        catalogue.stream().filter(bridge -> bridge.members().isEmpty()).forEach(bridge -> {
            Verdict expected = bridge.entry().expected();
            (expected == Verdict.GO ? harmless : defects)
                    .add(row(
                            bridge.name(),
                            bridge.entry().defect(),
                            bridge.entry().hazard(),
                            bridge.entry().caughtBy(),
                            expected,
                            runs));
        });
        return new Score(defects, harmless);
    }

    private static Row row(
            String name, String defect, String hazard, List<String> expected, Verdict verdict, List<ScoredRun> all) {
        List<ScoredRun> runs =
                all.stream().filter(run -> run.bridge().equals(name)).toList();
        Predicate<ScoredRun> asExpected = run -> run.verdict() == verdict;
        Predicate<ScoredRun> named =
                run -> expected.isEmpty() || run.failed().stream().anyMatch(expected::contains);
        SortedSet<String> seenBy = new TreeSet<>();
        runs.forEach(run -> seenBy.addAll(run.failed()));
        List<ScoredRun> acted =
                runs.stream().filter(run -> run.acted().times() > 0).toList();
        SortedSet<String> firstActed = new TreeSet<>();
        acted.forEach(run -> firstActed.add(run.acted().phase()));
        return new Row(
                name,
                defect,
                hazard,
                expected,
                runs.size(),
                count(runs, ScoredRun::alone),
                count(runs, asExpected.and(named)),
                count(runs, asExpected.and(named.negate())),
                count(runs, asExpected.negate().and(run -> run.verdict() != Verdict.INCONCLUSIVE)),
                count(runs, asExpected.negate().and(run -> run.verdict() == Verdict.INCONCLUSIVE)),
                count(runs, run -> run.acted().told()),
                acted.size(),
                firstActed,
                seenBy,
                count(runs, ScoredRun::countsKnown),
                count(runs, ScoredRun::countsSee),
                count(runs, ScoredRun::diffSees),
                count(runs, ScoredRun::answersSee));
    }

    private static int count(List<ScoredRun> runs, Predicate<ScoredRun> what) {
        return (int) runs.stream().filter(what).count();
    }
}
