package dev.cutover.reports.chart;

import static dev.cutover.reports.chart.Frame.box;
import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.run.TimeBuckets;
import dev.cutover.reports.run.TimeBuckets.Bucket;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What clients saw: latency and outcomes over time, under the phases and the faults. */
public final class LoadChart {
    private static final double TOP = 2;
    private static final double LATENCY_TOP = 42;
    private static final double LATENCY_BOTTOM = 182;
    private static final double RATE_TOP = 216;
    private static final double RATE_BOTTOM = 296;
    private static final double LANES = 322;

    private final Frame frame;
    private final TimeBuckets load;

    public LoadChart(Run run) {
        this.frame = new Frame(run);
        this.load = run.load();
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
        double least = latencies(Bucket::p50Ms).min().orElse(1);
        double most = latencies(Bucket::p99Ms).max().orElse(100);
        Scale scale = Scale.decades(least, most, LATENCY_TOP, LATENCY_BOTTOM);
        return all(
                frame.panel("latency", scale, Format::shortMillis),
                line(scale, Bucket::p99Ms).drawn("line p99"),
                line(scale, Bucket::p50Ms).drawn("line p50"));
    }

    private DoubleStream latencies(Function<Bucket, @Nullable Double> figure) {
        return load.buckets().stream().map(figure).filter(Objects::nonNull).mapToDouble(ms -> ms);
    }

    private Lines line(Scale scale, Function<Bucket, @Nullable Double> figure) {
        Lines line = new Lines();
        for (int i = 0; i < load.buckets().size(); i++) {
            line.add(middle(i), scale.at(figure.apply(load.buckets().get(i))));
        }
        return line;
    }

    private Html rate() {
        double perSecond = 1.0 / load.bucketSeconds();
        double most = load.buckets().stream().mapToLong(Bucket::total).max().orElse(1) * perSecond;
        Scale scale = Scale.linear(Math.max(1, most), RATE_TOP, RATE_BOTTOM);
        List<Html> bars = new ArrayList<>();
        for (int i = 0; i < load.buckets().size(); i++) {
            Bucket bucket = load.buckets().get(i);
            double x = frame.xOfSeconds(i * (double) load.bucketSeconds());
            double width = frame.xOfSeconds((i + 1.0) * load.bucketSeconds()) - x;
            double settled = (bucket.ok() + bucket.refused()) * perSecond;
            bars.add(bar("ok", x, width, scale, 0, bucket.ok() * perSecond));
            bars.add(bar("refused", x, width, scale, bucket.ok() * perSecond, settled));
            bars.add(bar("unknown", x, width, scale, settled, bucket.total() * perSecond));
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
        for (int i = 0; i < load.buckets().size(); i++) {
            double x = frame.xOfSeconds(i * (double) load.bucketSeconds());
            double width = frame.xOfSeconds((i + 1.0) * load.bucketSeconds()) - x;
            columns.add(box("hit", x, TOP + 18, width, RATE_BOTTOM - TOP - 18, el("title", told(i))));
        }
        return all(columns);
    }

    private String told(int index) {
        Bucket bucket = load.buckets().get(index);
        long second = (long) index * load.bucketSeconds();
        long ns = load.originNs() + second * 1_000_000_000L + 500_000_000L;
        return Format.clock((double) second) + " · " + active(ns) + "\np50 " + Format.millis(bucket.p50Ms()) + " · p99 "
                + Format.millis(bucket.p99Ms()) + "\n" + bucket.ok() + " OK · " + bucket.refused() + " refused · "
                + bucket.unknown()
                + " unknown";
    }

    private String active(long ns) {
        String phase = frame.run().phases().stream()
                .filter(p -> p.contains(ns))
                .map(Phase::name)
                .collect(Collectors.joining(", "));
        String faults = frame.run().faults().stream()
                .filter(fault -> active(fault, ns))
                .map(VerdictReport.Fault::fault)
                .collect(Collectors.joining(", "));
        return faults.isEmpty() ? phase : phase + " · fault: " + faults;
    }

    private static boolean active(VerdictReport.Fault fault, long ns) {
        Long from = fault.injectedNs();
        Long to = fault.healedNs();
        return from != null && from <= ns && (to == null || ns < to);
    }

    private double middle(int index) {
        return frame.xOfSeconds((index + 0.5) * load.bucketSeconds());
    }
}
