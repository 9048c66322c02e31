package dev.cutover.reports.html;

import static dev.cutover.reports.html.Section.key;
import static dev.cutover.reports.html.Section.legend;
import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.reports.chart.LoadChart;
import dev.cutover.reports.chart.SyncChart;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.run.TimeBuckets;

/** The charts over time. */
final class Timeline {
    private Timeline() {}

    static Html of(Run run) {
        Html load = run.load().empty()
                ? el("p", css("none"), "No operation was recorded, so there is nothing to draw.")
                : all(loadLegend(run.load()), new LoadChart(run).drawn());
        boolean recorded = run.log().stream()
                .map(entry -> entry.event())
                .anyMatch(e -> e instanceof Sample || e instanceof RoutingEvent);
        Html sync = recorded
                ? all(syncLegend(), new SyncChart(run).drawn())
                : el("p", css("none"), "Neither lag nor routing was recorded.");
        return all(load, sync);
    }

    private static Html loadLegend(TimeBuckets load) {
        String bucket = load.bucketSeconds() == 1 ? "per second" : "per " + load.bucketSeconds() + " seconds";
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
                        bucket + " of sending, from " + load.source()
                                + "; latency from first send to last answer; times since the first phase began"));
    }

    private static Html syncLegend() {
        return legend(
                key("k forward", "forward sync, old to new"),
                key("k back", "back sync, new to old"),
                key("k share", "share of keys on new, with epochs"));
    }
}
