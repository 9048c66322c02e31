package dev.cutover.reports.show;

import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.RunRecord;
import java.util.List;

/**
 * A key figure.
 *
 * @param name what it is of
 * @param value the figure to remember
 * @param more what belongs beside it
 */
public record Figure(String name, String value, String more) {

    /** The figures of the front page, most important first. */
    public static List<Figure> of(RunRecord run) {
        Json figures = run.figures();
        return List.of(
                rollback(figures.at("rollback")),
                rollbackTime(figures.at("rollback")),
                hold(figures.at("hold")),
                lag("Back-sync lag p99", figures.at("lag").at("newToOld")),
                operations(figures.at("operations")),
                unknowns(figures.at("operations")),
                comparisons(figures.at("comparisons")),
                faults(run.faults()));
    }

    private static Figure rollback(Json rollback) {
        return new Figure(
                "Lost at rollback",
                Show.count(rollback.count("lost")),
                "of " + Show.count(rollback.count("acknowledged")) + " acknowledged writes");
    }

    private static Figure rollbackTime(Json rollback) {
        return new Figure("Rollback took", Show.millis(rollback.number("tookMs")), "from asking to declared complete");
    }

    private static Figure hold(Json hold) {
        return new Figure(
                "Hold per bucket move p99",
                Show.millis(hold.number("p99Ms")),
                "p50 " + Show.millis(hold.number("p50Ms")) + ", max " + Show.millis(hold.number("maxMs")) + ", "
                        + Show.count(hold.count("moves")) + " moves, " + Show.count(hold.count("aborts")) + " aborts");
    }

    private static Figure lag(String name, Json lag) {
        return new Figure(
                name,
                Show.millis(lag.number("p99Ms")),
                "p50 " + Show.millis(lag.number("p50Ms")) + ", max " + Show.millis(lag.number("maxMs")));
    }

    private static Figure operations(Json operations) {
        return new Figure(
                "Operations",
                Show.count(operations.count("total")),
                Show.rate(operations.number("perSecond")) + ", " + Show.count(operations.count("ok")) + " OK, "
                        + Show.count(operations.count("refused")) + " refused");
    }

    private static Figure unknowns(Json operations) {
        return new Figure(
                "Unknown outcomes",
                Show.count(operations.count("unknown")),
                Show.count(operations.count("unknownApplied")) + " of them proved to have happened");
    }

    private static Figure comparisons(Json comparisons) {
        return new Figure(
                "Answers that differ in dual",
                Show.count(comparisons.count("different")),
                Show.count(comparisons.count("compared")) + " compared of " + Show.count(comparisons.count("eligible"))
                        + " eligible");
    }

    private static Figure faults(List<FaultRecord> faults) {
        long proven = faults.stream().filter(FaultRecord::proven).count();
        return new Figure("Faults proven active", proven + " of " + faults.size(), "verified from outside");
    }
}
