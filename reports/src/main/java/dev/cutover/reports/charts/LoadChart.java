package dev.cutover.reports.charts;

import static dev.cutover.reports.charts.Frame.box;
import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.html.Html;
import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.reading.Series;
import dev.cutover.reports.show.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What clients saw: latency and outcomes over time, under the phases and the faults. */
public final class LoadChart {
    private static final double TOP = 2;
    private static final double LATENCY_TOP = 42;
    private static final double LATENCY_BOTTOM = 182;
    private static final double RATE_TOP = 216;
    private static final double RATE_BOTTOM = 296;
    private static final double LANES = 322;

    private final Frame frame;
    private final Series series;

    public LoadChart(RunRecord run) {
        this.frame = new Frame(run);
        this.series = run.series();
    }

    public Html drawn() {
        Bands bands = new Bands(frame);
        return Frame.drawing(
                "Latency and operations per second over time; the phases table has the same in numbers",
                LANES + bands.lanesHeight() + 4,
                bands.phases(TOP, RATE_BOTTOM),
                bands.faults(TOP + 18, RATE_BOTTOM),
                frame.timeAxis(RATE_BOTTOM, RATE_BOTTOM),
                latency(),
                rate(),
                bands.faultLanes(LANES),
                readings());
    }

    private Html latency() {
        Scale scale = Scale.decades(
                series.bins().stream()
                        .flatMapToDouble(bin -> bin.p50Ms().stream())
                        .min()
                        .orElse(1),
                series.bins().stream()
                        .flatMapToDouble(bin -> bin.p99Ms().stream())
                        .max()
                        .orElse(100),
                LATENCY_TOP,
                LATENCY_BOTTOM);
        Lines p50 = new Lines();
        Lines p99 = new Lines();
        for (int i = 0; i < series.bins().size(); i++) {
            p50.add(middle(i), onScale(scale, series.bins().get(i).p50Ms()));
            p99.add(middle(i), onScale(scale, series.bins().get(i).p99Ms()));
        }
        return all(frame.panel("latency", scale, Show::shortMillis), p99.drawn("line p99"), p50.drawn("line p50"));
    }

    private static OptionalDouble onScale(Scale scale, OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(scale.at(value.getAsDouble())) : value;
    }

    private Html rate() {
        double perSecond = 1.0 / series.binSeconds();
        double most = series.bins().stream().mapToLong(Series.Bin::total).max().orElse(1) * perSecond;
        Scale scale = Scale.linear(Math.max(1, most), RATE_TOP, RATE_BOTTOM);
        List<Html> bars = new ArrayList<>();
        for (int i = 0; i < series.bins().size(); i++) {
            Series.Bin bin = series.bins().get(i);
            double x = frame.xOfSeconds(i * (double) series.binSeconds());
            double width = frame.xOfSeconds((i + 1.0) * series.binSeconds()) - x;
            double settled = (bin.ok() + bin.refused()) * perSecond;
            bars.add(bar("ok", x, width, scale, 0, bin.ok() * perSecond));
            bars.add(bar("refused", x, width, scale, bin.ok() * perSecond, settled));
            bars.add(bar("unknown", x, width, scale, settled, bin.total() * perSecond));
        }
        return all(frame.panel("operations per second", scale, value -> String.valueOf(Math.round(value))), bars);
    }

    private static Html bar(String classes, double x, double width, Scale scale, double from, double to) {
        double y = scale.at(to);
        return to <= from
                ? Html.NOTHING
                : box("bar " + classes, x + 0.4, y, width - 0.8, Math.max(1.5, scale.at(from) - y));
    }

    /** Invisible columns that tell their second when pointed at. */
    private Html readings() {
        List<Html> columns = new ArrayList<>();
        for (int i = 0; i < series.bins().size(); i++) {
            double x = frame.xOfSeconds(i * (double) series.binSeconds());
            double width = frame.xOfSeconds((i + 1.0) * series.binSeconds()) - x;
            columns.add(box("hit", x, TOP + 18, width, RATE_BOTTOM - TOP - 18, el("title", told(i))));
        }
        return all(columns);
    }

    private String told(int index) {
        Series.Bin bin = series.bins().get(index);
        long second = (long) index * series.binSeconds();
        long ns = series.originNs() + second * 1_000_000_000L + 500_000_000L;
        return Show.clock((double) second) + " · " + active(ns) + "\np50 " + Show.millis(bin.p50Ms()) + " · p99 "
                + Show.millis(bin.p99Ms()) + "\n" + bin.ok() + " OK · " + bin.refused() + " refused · " + bin.unknown()
                + " unknown";
    }

    private String active(long ns) {
        String phase = frame.run().phases().stream()
                .filter(p -> p.beginNs() <= ns && ns < p.endNs())
                .map(Phase::name)
                .collect(Collectors.joining(", "));
        String faults = frame.run().faults().stream()
                .filter(f -> f.injectedNs() != 0 && f.injectedNs() <= ns && (f.healedNs() == 0 || ns < f.healedNs()))
                .map(FaultRecord::fault)
                .collect(Collectors.joining(", "));
        return faults.isEmpty() ? phase : phase + " · fault: " + faults;
    }

    private double middle(int index) {
        return frame.xOfSeconds((index + 0.5) * series.binSeconds());
    }
}
