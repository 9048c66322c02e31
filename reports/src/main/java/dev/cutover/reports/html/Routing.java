package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingEvent.Move;
import dev.cutover.reports.chart.HoldChart;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every change of routing with its epoch, and every bucket that moved. */
final class Routing {
    private static final int MOST = 1_000;

    private Routing() {}

    static Html of(Run run) {
        return all(changes(run), el("h3", "How long moving buckets were held"), moves(run));
    }

    private static Html changes(Run run) {
        Table table = new Table("#Time", "State", "Mode", "#Share on new", "#Epoch", "#Took", "#Moves", "");
        for (LogEntry entry : run.log()) {
            if (entry.event() instanceof RoutingEvent change) {
                row(table, Format.clock(run.load().seconds(entry.ns())), change);
            }
        }
        return table.orElse("Routing changes", "The routing was never changed.");
    }

    private static void row(Table table, String time, RoutingEvent change) {
        String mode = change.mode().text();
        String share = Format.percent(change.newShare());
        String none = Format.NOTHING;
        switch (change) {
            case RoutingEvent.Requested asked ->
                table.row(time, "requested", mode, share, none, none, none, asked.rollback() ? "rollback" : "");
            case RoutingEvent.Refused refused ->
                table.row(time, "refused", mode, share, none, none, none, refused.detail());
            case RoutingEvent.Effective done ->
                table.row(
                        time,
                        "effective",
                        mode,
                        share,
                        Format.count(done.epoch()),
                        Format.millis(done.tookMs()),
                        Format.count(done.moved()),
                        done.rollback() ? "rollback declared complete" : "");
        }
    }

    private static Html moves(Run run) {
        List<Move> moves = run.events(RoutingEvent.Effective.class)
                .flatMap(change -> change.moves().stream())
                .sorted(Comparator.comparing(Move::holdMs, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
        if (moves.isEmpty()) {
            return el("p", css("none"), nothingListed(run));
        }
        List<Double> holds =
                moves.stream().map(Move::holdMs).filter(Objects::nonNull).toList();
        String shown = moves.size() > MOST ? "The longest " + MOST + " of " + moves.size() : "All " + moves.size();
        return all(
                holds.isEmpty() ? el("p", css("none"), "The bridge did not say how long.") : HoldChart.drawn(holds),
                el("details", el("summary", shown + " moves, longest hold first"), table(moves)));
    }

    /** Nobody moved, somebody did but was only counted, or nobody said. */
    private static String nothingListed(Run run) {
        List<Long> counts = run.events(RoutingEvent.Effective.class)
                .map(RoutingEvent.Effective::moved)
                .filter(Objects::nonNull)
                .toList();
        long moved = counts.stream().mapToLong(Long::longValue).sum();
        return counts.isEmpty()
                ? Format.NOTHING
                : moved == 0
                        ? "No bucket moved."
                        : Format.count(moved)
                                + " moved; the bridge did not list them, so nothing says how long they were held.";
    }

    private static Html table(List<Move> moves) {
        Table table = new Table("#Bucket", "From", "To", "#Epoch", "#Hold", "#Drain", "#Marker", "#Held", "#Attempts");
        for (Move move : moves.subList(0, Math.min(MOST, moves.size()))) {
            table.row(
                    number(move.bucket()),
                    Format.orNothing(move.from()),
                    Format.orNothing(move.to()),
                    number(move.epoch()),
                    Format.millis(move.holdMs()),
                    Format.millis(move.drainMs()),
                    Format.millis(move.markerMs()),
                    Format.count(move.held()),
                    Format.count(move.attempts()));
        }
        return table.orElse("Bucket moves", "");
    }

    /** A number that names something. */
    private static String number(@Nullable Long number) {
        return number == null ? Format.NOTHING : number.toString();
    }
}
