package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The phases in numbers. */
final class Phases {
    private static final List<String> FIGURES =
            List.of("#Operations", "#Rate", "#OK", "#Refused", "#Unknown", "#p50", "#p99", "#Max");

    private Phases() {}

    static Html of(Run run) {
        List<String> columns = new ArrayList<>(List.of("=Phase", "#From", "#Lasted"));
        columns.addAll(FIGURES);
        columns.add("=Faults");
        Table table = new Table(columns.toArray(String[]::new));
        run.phases().forEach(phase -> table.row(row(phase, run).toArray()));
        return table.orElse("Phases", "No phase was begun.");
    }

    private static List<Object> row(Phase phase, Run run) {
        Long begin = phase.beginNs();
        List<Object> cells = new ArrayList<>();
        cells.add(phase.name());
        cells.add(begin == null ? "never begun" : Format.clock(run.load().seconds(begin)));
        cells.add(lasted(phase));
        cells.addAll(figures(phase.figures()));
        cells.add(faults(phase, run));
        return cells;
    }

    private static String lasted(Phase phase) {
        Long begin = phase.beginNs();
        Long end = phase.endNs();
        if (begin == null) {
            return Format.NOTHING;
        }
        return end == null ? "not ended" : Format.millis((end - begin) / 1e6);
    }

    private static List<?> figures(VerdictReport.@Nullable Phase figures) {
        return figures == null
                ? Collections.nCopies(FIGURES.size(), Format.NOTHING)
                : List.of(
                        Format.count(figures.operations()),
                        Format.rate(figures.perSecond()),
                        Format.count(figures.ok()),
                        Format.count(figures.refused()),
                        el("span", css(figures.unknown() > 0 ? "some" : ""), Format.count(figures.unknown())),
                        Format.millis(figures.p50Ms()),
                        Format.millis(figures.p99Ms()),
                        Format.millis(figures.maxMs()));
    }

    private static String faults(Phase phase, Run run) {
        return Format.orNothing(run.faults().stream()
                .filter(fault -> fault.phase().equals(phase.name()))
                .map(VerdictReport.Fault::fault)
                .collect(Collectors.joining(", ")));
    }
}
