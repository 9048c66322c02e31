package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Coverage;
import java.util.List;

/** How far the verdict reaches. */
final class Scope {
    private Scope() {}

    static Html of(Run run) {
        return el(
                "div",
                css("columns"),
                el("div", el("h3", "Rehearsed"), sentences(Coverage.rehearsed(run))),
                el("div", el("h3", "Not rehearsed"), sentences(Coverage.notRehearsed(run))));
    }

    private static Html sentences(List<String> sentences) {
        return el("ul", sentences.stream().map(sentence -> el("li", sentence)).toList());
    }
}
