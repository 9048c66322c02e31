package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.stream.Collectors;

/** The phases in numbers. */
final class Phases {
    private Phases() {}

    static Html of(RunRecord run) {
        Table table = new Table(
                "Phase",
                "#From",
                "#Lasted",
                "#Operations",
                "#Rate",
                "#OK",
                "#Refused",
                "#Unknown",
                "#p50",
                "#p99",
                "#Max",
                "Faults");
        run.phases().forEach(phase -> row(table, phase, run));
        return table.orElse("Phases", "No phase was begun.");
    }

    private static void row(Table table, Phase phase, RunRecord run) {
        Json figures = phase.figures();
        table.row(
                phase.name(),
                Show.clock(run.series().seconds(phase.beginNs())),
                Show.millis((phase.endNs() - phase.beginNs()) / 1e6),
                Show.count(figures.count("operations")),
                Show.rate(figures.number("perSecond")),
                Show.count(figures.count("ok")),
                Show.count(figures.count("refused")),
                unknown(figures),
                Show.millis(figures.number("p50Ms")),
                Show.millis(figures.number("p99Ms")),
                Show.millis(figures.number("maxMs")),
                faults(phase, run));
    }

    private static Html unknown(Json figures) {
        boolean some = figures.count("unknown").orElse(0) > 0;
        return el("span", css(some ? "some" : ""), Show.count(figures.count("unknown")));
    }

    private static String faults(Phase phase, RunRecord run) {
        return Show.orNothing(run.faults().stream()
                .filter(fault -> fault.phase().equals(phase.name()))
                .map(FaultRecord::fault)
                .collect(Collectors.joining(", ")));
    }
}
