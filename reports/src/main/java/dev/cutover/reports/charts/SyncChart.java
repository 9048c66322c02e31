package dev.cutover.reports.charts;

import static dev.cutover.reports.charts.Frame.line;
import static dev.cutover.reports.charts.Frame.text;
import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.html.Html;
import dev.cutover.reports.reading.LoggedEvent;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How far the two systems were apart, and which share of the keys lived on new, over time. */
public final class SyncChart {
    private static final double TOP = 2;
    private static final double LAG_TOP = 42;
    private static final double LAG_BOTTOM = 132;
    private static final double SHARE_TOP = 166;
    private static final double SHARE_BOTTOM = 216;
    private static final double HEIGHT = 236;

    private final RunRecord run;
    private final Frame frame;

    public SyncChart(RunRecord run) {
        this.run = run;
        this.frame = new Frame(run);
    }

    public Html drawn() {
        Bands bands = new Bands(frame);
        return Frame.drawing(
                "Lag of both syncs and share of keys on new over time",
                HEIGHT,
                bands.phases(TOP, SHARE_BOTTOM),
                bands.faults(TOP + 18, SHARE_BOTTOM),
                frame.timeAxis(SHARE_BOTTOM, SHARE_BOTTOM),
                lag(),
                share());
    }

    private Html lag() {
        List<LoggedEvent> samples = run.events("sample");
        double most = samples.stream()
                .flatMap(sample -> sample.line().at("lagMs").fields().stream())
                .mapToDouble(lag -> lag.getValue().node().asDouble())
                .max()
                .orElse(100);
        Scale scale = Scale.decades(1, most, LAG_TOP, LAG_BOTTOM);
        return all(
                frame.panel("sync lag", scale, Show::shortMillis),
                direction("old-to-new", samples, scale).drawn("line forward"),
                direction("new-to-old", samples, scale).drawn("line back"));
    }

    private Lines direction(String stream, List<LoggedEvent> samples, Scale scale) {
        Lines lines = new Lines();
        for (LoggedEvent sample : samples) {
            OptionalDouble lag = sample.line().at("lagMs").number(stream);
            lines.add(
                    frame.x(sample.ns()),
                    lag.isPresent() ? OptionalDouble.of(scale.at(lag.getAsDouble())) : OptionalDouble.empty());
        }
        return lines;
    }

    private Html share() {
        Scale scale = Scale.linear(1, SHARE_TOP, SHARE_BOTTOM);
        Lines steps = new Lines();
        List<Html> marks = new ArrayList<>();
        double share = 0;
        steps.add(frame.left(), OptionalDouble.of(scale.at(share)));
        for (LoggedEvent change : effective()) {
            double x = frame.x(change.ns());
            steps.add(x, OptionalDouble.of(scale.at(share)));
            share = shareOnNew(change);
            steps.add(x, OptionalDouble.of(scale.at(share)));
            marks.add(epoch(change, x, scale));
        }
        steps.add(frame.right(), OptionalDouble.of(scale.at(share)));
        return all(frame.panel("share of keys on new", scale, Show::percent), steps.drawn("line share"), marks);
    }

    private static Html epoch(LoggedEvent change, double x, Scale scale) {
        String moves = change.line().list("moves").size() + " moves";
        String told = change.text("mode") + " in force, epoch " + change.text("epoch") + ", " + moves + ", took "
                + Show.millis(change.line().number("tookMs"));
        return el(
                "g",
                line("epoch", x, scale.top() - 4, x, scale.bottom()),
                text("tick", x + 4, scale.bottom() - 5, "e" + change.text("epoch")),
                el("title", told));
    }

    private List<LoggedEvent> effective() {
        return run.events("routing").stream()
                .filter(change -> change.text("state").equals("effective"))
                .toList();
    }

    private static double shareOnNew(LoggedEvent change) {
        return switch (change.text("mode")) {
            case "new" -> 1;
            case "split" -> change.line().number("newShare").orElse(0);
            default -> 0;
        };
    }
}
