package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The limits of the plan and what was measured against them; many are grouped by phase. */
final class Gates {
    private static final int MOST_TOGETHER = 10;

    private Gates() {}

    static Html of(Run run) {
        if (run.gates().size() <= MOST_TOGETHER) {
            return table("Gates", run.gates(), true);
        }
        List<String> order = run.phases().stream().map(Phase::name).toList();
        Map<String, List<Gate>> byPhase = run.gates().stream()
                .sorted(Comparator.comparingInt(gate -> order.indexOf(gate.phase())))
                .collect(Collectors.groupingBy(Gate::phase, LinkedHashMap::new, Collectors.toList()));
        return el(
                "div",
                css("groups"),
                byPhase.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList());
    }

    private static Html group(String phase, List<Gate> gates) {
        String name = phase.isEmpty() ? "Whole run" : phase;
        Result gravest =
                gates.stream().map(Gate::result).max(Comparator.naturalOrder()).orElse(Result.UNKNOWN);
        long passed =
                gates.stream().filter(gate -> gate.result() == Result.PASS).count();
        return el(
                "details",
                gravest == Result.PASS ? Html.NOTHING : at("open", ""),
                el(
                        "summary",
                        all(Mark.of(gravest), " ", el("b", name), ": " + passed + " of " + gates.size() + " passed")),
                table("Gates of " + name, gates, false));
    }

    /** What was measured may be a sentence. */
    private static Html table(String label, List<Gate> gates, boolean phases) {
        String measured = "Measured";
        String limit = "Limit";
        Table table = phases
                ? new Table("=Gate", "=Phase", "=Result", measured, limit, "")
                : new Table("=Gate", "=Result", measured, limit, "");
        gates.stream().sorted(Comparator.comparing(Gate::result).reversed()).forEach(gate -> {
            List<Object> cells = new ArrayList<>(List.of(
                    gate.gate(),
                    Mark.of(gate.result()),
                    Format.orNothing(gate.value()),
                    Format.orNothing(gate.limit()),
                    gate.detail()));
            if (phases) {
                cells.add(1, Format.orNothing(gate.phase()));
            }
            table.row(cells.toArray());
        });
        return table.orElse(label, "No gate was evaluated.");
    }
}
