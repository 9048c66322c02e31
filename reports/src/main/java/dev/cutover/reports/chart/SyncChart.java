package dev.cutover.reports.chart;

import static dev.cutover.reports.chart.Frame.line;
import static dev.cutover.reports.chart.Frame.text;
import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the two systems were apart, and which share of the keys lived on new, over time. */
public final class SyncChart {
    private static final double TOP = 2;
    private static final double LAG_TOP = 42;
    private static final double LAG_BOTTOM = 132;
    private static final double SHARE_TOP = 166;
    private static final double SHARE_BOTTOM = 216;
    private static final double HEIGHT = 236;

    /** A lag is often zero, which has no place on a scale of decades. */
    private static final double LEAST_MS = 1;

    private final Run run;
    private final Frame frame;

    public SyncChart(Run run) {
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
        double most = run.events(Sample.class)
                .flatMap(sample ->
                        Stream.of(sample.lagMs().oldToNew(), sample.lagMs().newToOld()))
                .filter(Objects::nonNull)
                .mapToDouble(ms -> ms)
                .max()
                .orElse(100);
        Scale scale = Scale.decades(LEAST_MS, most, LAG_TOP, LAG_BOTTOM);
        return all(
                frame.panel("sync lag", scale, ms -> (ms > LEAST_MS ? "" : "≤ ") + Format.shortMillis(ms)),
                direction(Sample.Lag::oldToNew, scale).drawn("line forward"),
                direction(Sample.Lag::newToOld, scale).drawn("line back"));
    }

    private Lines direction(Function<Sample.Lag, @Nullable Double> lag, Scale scale) {
        Lines lines = new Lines();
        for (LogEntry entry : run.log()) {
            if (entry.event() instanceof Sample sample) {
                lines.add(frame.x(entry.ns()), scale.at(lag.apply(sample.lagMs())));
            }
        }
        return lines;
    }

    private Html share() {
        Scale scale = Scale.linear(1, SHARE_TOP, SHARE_BOTTOM);
        Lines steps = new Lines();
        List<Html> marks = new ArrayList<>();
        double share = 0;
        steps.add(frame.left(), scale.at(share));
        for (LogEntry entry : run.log()) {
            if (entry.event() instanceof RoutingEvent.Effective change) {
                double x = frame.x(entry.ns());
                steps.add(x, scale.at(share));
                share = shareOnNew(change);
                steps.add(x, scale.at(share));
                marks.add(epoch(change, x, scale));
            }
        }
        steps.add(frame.right(), scale.at(share));
        return all(frame.panel("share of keys on new", scale, Format::percent), steps.drawn("line share"), marks);
    }

    /** Named above the line of the share where that runs low, so that it crosses no name. */
    private static Html epoch(RoutingEvent.Effective change, double x, Scale scale) {
        double share = shareOnNew(change);
        String known = change.epoch() == null
                ? ""
                : "epoch " + change.epoch() + ", " + Format.count(change.moved()) + " moves, ";
        String told = change.mode().text() + " in force, " + known + "took " + Format.millis(change.tookMs());
        return el(
                "g",
                line("epoch", x, scale.top() - 4, x, scale.bottom()),
                text(
                        "tick",
                        x + 4,
                        scale.at(share > 0.5 ? 0 : share) - 5,
                        change.epoch() == null ? "" : "e" + change.epoch()),
                el("title", told));
    }

    private static double shareOnNew(RoutingEvent.Effective change) {
        return switch (change.mode()) {
            case NEW -> 1;
            case SPLIT -> change.newShare();
            case OLD, DUAL -> 0;
        };
    }
}
