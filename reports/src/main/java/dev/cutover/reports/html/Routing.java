package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.charts.HoldChart;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.LoggedEvent;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.Comparator;
import java.util.List;

/** Every change of routing with its epoch, and every bucket that moved. */
final class Routing {
    private static final int MOST = 1_000;

    private Routing() {}

    static Html of(RunRecord run) {
        return all(changes(run), el("h3", "How long moving buckets were held"), moves(run));
    }

    private static Html changes(RunRecord run) {
        Table table = new Table("#Time", "State", "Mode", "#Share on new", "#Epoch", "#Took", "#Moves", "");
        for (LoggedEvent change : run.events("routing")) {
            Json line = change.line();
            table.row(
                    Show.clock(run.series().seconds(change.ns())),
                    line.text("state"),
                    line.text("mode"),
                    line.number("newShare").isPresent()
                            ? Show.percent(line.number("newShare").getAsDouble())
                            : Show.NOTHING,
                    Show.count(line.count("epoch")),
                    Show.millis(line.number("tookMs")),
                    line.at("moves").present() ? Show.count(line.list("moves").size()) : Show.NOTHING,
                    remark(line));
        }
        return table.orElse("Routing changes", "The routing was never changed.");
    }

    private static String remark(Json line) {
        String rollback = line.flag("rollback").orElse(false) ? "rollback declared complete " : "";
        return rollback + line.text("reason") + line.text("error");
    }

    private static Html moves(RunRecord run) {
        List<Json> moves = run.events("routing").stream()
                .flatMap(change -> change.line().list("moves").stream())
                .sorted(Comparator.comparingDouble(
                                (Json move) -> move.number("holdMs").orElse(0))
                        .reversed())
                .toList();
        if (moves.isEmpty()) {
            return el("p", css("none"), "No bucket moved.");
        }
        List<Double> holds = moves.stream()
                .flatMapToDouble(move -> move.number("holdMs").stream())
                .boxed()
                .toList();
        String shown = moves.size() > MOST ? "The longest " + MOST + " of " + moves.size() : "All " + moves.size();
        return all(
                HoldChart.drawn(holds),
                el("details", el("summary", shown + " moves, longest hold first"), table(moves)));
    }

    private static Html table(List<Json> moves) {
        Table table = new Table("#Bucket", "From", "To", "#Epoch", "#Hold", "#Drain", "#Marker", "#Held", "#Attempts");
        for (Json move : moves.subList(0, Math.min(MOST, moves.size()))) {
            table.row(
                    move.text("bucket"),
                    move.text("from"),
                    move.text("to"),
                    move.text("epoch"),
                    Show.millis(move.number("holdMs")),
                    Show.millis(move.number("drainMs")),
                    Show.millis(move.number("markerMs")),
                    Show.count(move.count("held")),
                    Show.count(move.count("attempts")));
        }
        return table.orElse("Bucket moves", "");
    }
}
