package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.List;

/** Old's answers against new's while both were asked, and why some were not compared. */
final class Comparisons {
    private static final int SAMPLES = 20;

    private Comparisons() {}

    static Html of(RunRecord run) {
        Json judged = run.figures().at("comparisons");
        Json counts = judged.present() ? judged : run.comparisons();
        if (!counts.present()) {
            return el("p", css("none"), "No answers were compared.");
        }
        Table table = new Table("Answers", "#Count");
        for (String name : List.of("eligible", "compared", "equal", "different")) {
            table.row(name, Show.count(counts.count(name)));
        }
        counts.at("dropped")
                .fields()
                .forEach(reason -> table.row(
                        "not compared: " + reason.getKey(), reason.getValue().text()));
        return all(table.orElse("Comparisons", ""), samples(run.comparisons().list("samples")));
    }

    private static Html samples(List<Json> samples) {
        if (samples.isEmpty()) {
            return Html.NOTHING;
        }
        Table table = new Table("Operation", "Path", "Old's answer", "New's answer");
        samples.stream()
                .limit(SAMPLES)
                .forEach(sample -> table.row(
                        sample.text("operation"),
                        el("code", sample.text("path")),
                        el("code", sample.text("old")),
                        el("code", sample.text("new"))));
        return el("details", el("summary", "Samples of answers that differ"), table.orElse("Answers that differ", ""));
    }
}
