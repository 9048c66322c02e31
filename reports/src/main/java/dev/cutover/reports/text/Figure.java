package dev.cutover.reports.text;

import static dev.cutover.reports.text.Format.count;
import static dev.cutover.reports.text.Format.millis;

import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param name what it is of
 * @param value the figure to remember; a dash if it was not measured
 * @param more what belongs beside it
 */
public record Figure(String name, String value, String more) {

    /** The figures of the front page, most important first. */
    public static List<Figure> of(Run run) {
        VerdictReport.Figures figures = run.figures();
        VerdictReport.Rollback rollback = figures == null ? null : figures.rollback();
        VerdictReport.Operations operations = figures == null ? null : figures.operations();
        return List.of(
                rollback(rollback),
                rollbackTime(rollback),
                hold(figures == null ? null : figures.hold()),
                backSync(figures == null ? null : figures.lag().newToOld()),
                operations(operations),
                unknowns(operations),
                comparisons(run.comparisons()),
                faults(run));
    }

    private static Figure absent(String name) {
        return new Figure(name, Format.NOTHING, "not known");
    }

    private static Figure rollback(VerdictReport.@Nullable Rollback rollback) {
        String name = "Lost at rollback";
        return rollback == null || rollback.lost() == null
                ? absent(name)
                : new Figure(
                        name, count(rollback.lost()), "of " + count(rollback.acknowledged()) + " acknowledged writes");
    }

    private static Figure rollbackTime(VerdictReport.@Nullable Rollback rollback) {
        String name = "Rollback took";
        return rollback == null || rollback.tookMs() == null
                ? absent(name)
                : new Figure(name, millis(rollback.tookMs()), "from asking to declared complete");
    }

    private static Figure hold(VerdictReport.@Nullable Hold hold) {
        String name = "Hold per bucket move p99";
        if (hold == null) {
            return absent(name);
        }
        String moves = count(hold.moves()) + " moves, " + count(hold.aborts()) + " aborts";
        VerdictReport.Spread ms = hold.ms();
        return ms == null
                ? new Figure(name, Format.NOTHING, moves)
                : new Figure(name, millis(ms.p99Ms()), rest(ms) + ", " + moves);
    }

    private static Figure backSync(VerdictReport.@Nullable Spread lag) {
        String name = "Back-sync lag p99";
        return lag == null ? absent(name) : new Figure(name, millis(lag.p99Ms()), rest(lag));
    }

    private static String rest(VerdictReport.Spread spread) {
        return "p50 " + millis(spread.p50Ms()) + ", max " + millis(spread.maxMs());
    }

    private static Figure operations(VerdictReport.@Nullable Operations operations) {
        String name = "Operations";
        return operations == null
                ? absent(name)
                : new Figure(
                        name,
                        count(operations.total()),
                        Format.rate(operations.perSecond()) + ", " + count(operations.ok()) + " OK, "
                                + count(operations.refused()) + " refused");
    }

    private static Figure unknowns(VerdictReport.@Nullable Operations operations) {
        String name = "Unknown outcomes";
        return operations == null
                ? absent(name)
                : new Figure(
                        name,
                        count(operations.unknown()),
                        count(operations.unknownApplied()) + " of them proved to have happened");
    }

    private static Figure comparisons(@Nullable Comparisons comparisons) {
        String name = "Answers that differ in dual";
        return comparisons == null
                ? absent(name)
                : new Figure(
                        name,
                        count(comparisons.different()),
                        count(comparisons.compared()) + " compared of " + count(comparisons.eligible()) + " eligible");
    }

    private static Figure faults(Run run) {
        long proven =
                run.faults().stream().filter(VerdictReport.Fault::verified).count();
        int notTried = run.faultsNotTried().size();
        return new Figure(
                "Faults proven active",
                proven + " of " + (run.faults().size() + notTried),
                "verified from outside" + (notTried == 0 ? "" : ", " + notTried + " not tried"));
    }
}
