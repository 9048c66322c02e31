package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Figure;

/** The figures of the front page. */
final class KeyFigures {
    private KeyFigures() {}

    static Html of(Run run) {
        return el(
                "dl",
                css("figures"),
                Figure.of(run).stream().map(KeyFigures::figure).toList());
    }

    private static Html figure(Figure figure) {
        return el(
                "div",
                el("dt", figure.name()),
                el("dd", el("strong", figure.value()), " ", el("small", figure.more())));
    }
}
