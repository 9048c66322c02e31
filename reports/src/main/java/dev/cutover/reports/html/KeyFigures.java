package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Figure;
import dev.cutover.reports.show.Show;

/** The figures of the front page. */
final class KeyFigures {
    private KeyFigures() {}

    static Html of(RunRecord run) {
        return el(
                "dl",
                css("figures"),
                Figure.of(run).stream().map(KeyFigures::figure).toList());
    }

    private static Html figure(Figure figure) {
        return el(
                "div",
                el("dt", figure.name()),
                el(
                        "dd",
                        el("strong", figure.value()),
                        " ",
                        el("small", figure.value().equals(Show.NOTHING) ? "not known" : figure.more())));
    }
}
