package dev.cutover.reports.html;

import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.Comparator;

/** The limits of the plan and what was measured against them. */
final class Gates {
    private Gates() {}

    static Html of(RunRecord run) {
        Table table = new Table("Gate", "Phase", "Result", "#Measured", "#Limit", "");
        run.gates().stream()
                .sorted(Comparator.comparing(Judged::result).reversed())
                .forEach(gate -> row(table, gate));
        return table.orElse("Gates", "No gate was evaluated.");
    }

    private static void row(Table table, Judged gate) {
        Json facts = gate.facts();
        table.row(
                facts.text("gate"),
                Show.orNothing(facts.text("phase")),
                Mark.of(gate.result()),
                Show.orNothing(facts.text("value")),
                Show.orNothing(facts.text("limit")),
                facts.text("detail"));
    }
}
