package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport.Fault;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.List;

/** Which fault was active in which phase, and how that was proven. An empty cell says so: it is no pass. */
final class Faults {
    private Faults() {}

    static Html of(Run run) {
        Html touched = Section.legend("Touched: the operations that were under way while the fault was active.");
        return all(matrix(run), el("h3", "Each fault"), touched, each(run));
    }

    private static Html matrix(Run run) {
        List<String> phases = run.phases().stream().map(Phase::name).toList();
        List<String> columns = new ArrayList<>(List.of("=Fault and target"));
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

    private static String kind(Fault fault) {
        return fault.fault() + " " + fault.target();
    }

    private static Html cell(Run run, String kind, String phase) {
        List<Fault> faults = run.faults().stream()
                .filter(fault -> kind(fault).equals(kind) && fault.phase().equals(phase))
                .toList();
        if (faults.isEmpty()) {
            return Mark.of("·", "not tested", "quiet");
        }
        return faults.stream().allMatch(Fault::verified)
                ? Mark.of("✓", "active", "pass")
                : Mark.of("?", "not proven", "unknown");
    }

    private static Html each(Run run) {
        Table table = new Table(
                "=Id", "=Fault", "=Target", "=Phase", "#Injected", "#Lasted", "#Touched", "=Proven active", "Evidence");
        for (Fault fault : run.faults()) {
            table.row(
                    fault.id(),
                    fault.fault(),
                    fault.target(),
                    fault.phase(),
                    fault.injectedNs() == null
                            ? "never"
                            : Format.clock(run.load().seconds(fault.injectedNs())),
                    lasted(fault),
                    Format.count(fault.touched()),
                    fault.verified() ? Mark.of("✓", "yes", "pass") : Mark.of("?", "no", "unknown"),
                    fault.evidence());
        }
        return table.orElse("Each fault", "None.");
    }

    private static String lasted(Fault fault) {
        Long from = fault.injectedNs();
        Long to = fault.healedNs();
        if (from == null) {
            return Format.NOTHING;
        }
        return to == null ? "not healed" : Format.millis((to - from) / 1e6);
    }
}
