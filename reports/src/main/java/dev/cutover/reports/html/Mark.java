package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.markup.Html;
import java.util.Locale;

/** Results as sign and word, coloured beside. */
final class Mark {
    private Mark() {}

    static Html of(Result result) {
        String sign = switch (result) {
            case PASS -> "✓";
            case UNKNOWN -> "?";
            case FAIL -> "✕";
        };
        return of(sign, result.name(), result.name().toLowerCase(Locale.ROOT));
    }

    /** A sign, the word it stands for, and a class of the style sheet: pass, fail, unknown or quiet. */
    static Html of(String sign, String word, String tone) {
        return el("span", css("mark " + tone), el("span", at("aria-hidden", true), sign), " ", word);
    }
}
