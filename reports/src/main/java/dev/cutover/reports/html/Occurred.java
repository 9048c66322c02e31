package dev.cutover.reports.html;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;

/** How often what is dangerous occurred, and how often it had to: a verdict says nothing of what never happened. */
final class Occurred {
    private Occurred() {}

    static Html of(Run run) {
        Table table = new Table("=Hazard", "#Seen", "#Required", "Counted are");
        run.hazards()
                .forEach(one -> table.row(
                        one.hazard().text(),
                        Format.count(one.seen()),
                        required(one),
                        one.hazard().says()));
        return table.orElse("What occurred", "Nothing was counted.");
    }

    private static Object required(VerdictReport.Occurred one) {
        if (one.required() == 0) {
            return Format.NOTHING;
        }
        return one.enough()
                ? Mark.of("✓", Format.count(one.required()), "pass")
                : Mark.of("?", Format.count(one.required()), "unknown");
    }
}
