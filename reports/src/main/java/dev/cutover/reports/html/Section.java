package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import java.util.List;
import java.util.function.Function;

/**
 * A part of the page with a heading and an address in it.
 *
 * @param body makes the content from a run
 */
record Section(String id, String title, Function<Run, Html> body) {

    Html of(Run run) {
        return el("section", at("id", id), el("h2", title), body.apply(run));
    }

    Html link() {
        return el("a", at("href", "#" + id), title);
    }

    static Html legend(Object... parts) {
        return el("p", css("legend"), List.of(parts));
    }

    static Html key(String line, String meaning) {
        return el("span", css("key"), el("i", css(line), at("aria-hidden", true)), meaning);
    }
}
