package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.ArrayList;
import java.util.List;

/** Which fault was active in which phase, and how that was proven. An empty cell says so: it is no pass. */
final class Faults {
    private Faults() {}

    static Html of(RunRecord run) {
        return all(matrix(run), el("h3", "Each fault"), each(run));
    }

    private static Html matrix(RunRecord run) {
        List<String> phases = run.phases().stream().map(Phase::name).toList();
        List<String> columns = new ArrayList<>(List.of("Fault and target"));
        columns.addAll(phases);
        Table table = new Table(columns.toArray(String[]::new));
        run.faults().stream().map(Faults::kind).distinct().forEach(kind -> {
            List<Object> cells = new ArrayList<>(List.of(kind));
            phases.forEach(phase -> cells.add(cell(run, kind, phase)));
            table.row(cells.toArray());
        });
        return table.orElse(
                "Faults by phase", "No fault was injected: nothing is known of how this migration bears one.");
    }

    private static String kind(FaultRecord fault) {
        return fault.fault() + " " + fault.target();
    }

    private static Html cell(RunRecord run, String kind, String phase) {
        List<FaultRecord> faults = run.faults().stream()
                .filter(fault -> kind(fault).equals(kind) && fault.phase().equals(phase))
                .toList();
        if (faults.isEmpty()) {
            return Mark.of("·", "not tested", "quiet");
        }
        return faults.stream().allMatch(FaultRecord::proven)
                ? Mark.of("✓", "active", "pass")
                : Mark.of("?", "not proven", "unknown");
    }

    private static Html each(RunRecord run) {
        Table table = new Table("Id", "Fault", "Target", "Phase", "#Injected", "#Lasted", "Proven active", "Evidence");
        for (FaultRecord fault : run.faults()) {
            table.row(
                    fault.id(),
                    fault.fault(),
                    fault.target(),
                    fault.phase(),
                    fault.injectedNs() == 0 ? "never" : Show.clock(run.series().seconds(fault.injectedNs())),
                    lasted(fault),
                    fault.proven() ? Mark.of("✓", "yes", "pass") : Mark.of("?", "no", "unknown"),
                    fault.evidence());
        }
        return table.orElse("Each fault", "None.");
    }

    private static String lasted(FaultRecord fault) {
        if (fault.injectedNs() == 0) {
            return Show.NOTHING;
        }
        return fault.healedNs() == 0 ? "not healed" : Show.millis((fault.healedNs() - fault.injectedNs()) / 1e6);
    }
}
