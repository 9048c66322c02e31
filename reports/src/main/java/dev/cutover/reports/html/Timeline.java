package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;
import static dev.cutover.reports.html.Section.key;
import static dev.cutover.reports.html.Section.legend;

import dev.cutover.reports.charts.LoadChart;
import dev.cutover.reports.charts.SyncChart;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.reading.Series;

/** The charts over time. */
final class Timeline {
    private Timeline() {}

    static Html of(RunRecord run) {
        Series series = run.series();
        Html load = series.empty()
                ? el("p", css("none"), "No operation was recorded, so there is nothing to draw.")
                : all(loadLegend(series), new LoadChart(run).drawn());
        Html sync = run.events("sample").isEmpty() && run.events("routing").isEmpty()
                ? el("p", css("none"), "Neither lag nor routing was recorded.")
                : all(syncLegend(), new SyncChart(run).drawn());
        return all(load, sync);
    }

    private static Html loadLegend(Series series) {
        String bin = series.binSeconds() == 1 ? "per second" : "per " + series.binSeconds() + " seconds";
        return legend(
                key("k p50", "latency p50"),
                key("k p99", "latency p99"),
                key("k ok", "OK"),
                key("k refused", "refused"),
                key("k unknown", "unknown"),
                key("k fault", "fault active"),
                el(
                        "span",
                        css("note"),
                        bin + " of sending, from " + series.source()
                                + "; latency from first send to last answer; times since the first phase began"));
    }

    private static Html syncLegend() {
        return legend(
                key("k forward", "forward sync, old to new"),
                key("k back", "back sync, new to old"),
                key("k share", "share of keys on new, with epochs"));
    }
}
