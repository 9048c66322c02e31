package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.evidence.Differences.Difference;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Old's answers against new's while both were asked, and why some were not compared. */
final class Comparisons {
    private static final int SAMPLES = 20;

    private Comparisons() {}

    static Html of(Run run) {
        var counts = run.comparisons();
        if (counts == null) {
            return el("p", css("none"), "No answers were compared.");
        }
        Table table = new Table("Answers", "#Count")
                .row("eligible", Format.count(counts.eligible()))
                .row("compared", Format.count(counts.compared()))
                .row("equal", Format.count(counts.equal()))
                .row("different", Format.count(counts.different()));
        counts.dropped().forEach((reason, count) -> table.row("not compared: " + reason, Format.count(count)));
        return all(table.orElse("Comparisons", ""), samples(run.differences().samples()));
    }

    private static Html samples(List<Difference> samples) {
        if (samples.isEmpty()) {
            return Html.NOTHING;
        }
        Table table = new Table("Operation", "Path", "Old's answer", "New's answer");
        samples.stream()
                .limit(SAMPLES)
                .forEach(sample -> table.row(
                        Format.orNothing(sample.operation()),
                        code(sample.path()),
                        code(sample.oldAnswer()),
                        code(sample.newAnswer())));
        return el("details", el("summary", "Samples of answers that differ"), table.orElse("Answers that differ", ""));
    }

    private static Html code(@Nullable Object value) {
        return el("code", Objects.requireNonNullElse(value, Format.NOTHING).toString());
    }
}
