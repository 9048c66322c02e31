package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that scrolls sideways on narrow screens. A column whose name starts with {@code #} holds numbers, set to the right; with {@code =},
 * names that are never broken.
 */
final class Table {
    private final List<String> columns;
    private final List<Html> rows = new ArrayList<>();

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** One row; a text is escaped. */
    Table row(Object... cells) {
        List<Html> filled = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            filled.add(el(i == 0 ? "th" : "td", cellAttributes(i), cells[i]));
        }
        rows.add(el("tr", filled));
        return this;
    }

    private List<Html.Attribute> cellAttributes(int column) {
        Html.Attribute kind = css(kind(column));
        return column == 0 ? List.of(at("scope", "row"), kind) : List.of(kind);
    }

    private String kind(int column) {
        String name = columns.get(column);
        return name.startsWith("#") ? "n" : name.startsWith("=") ? "t whole" : "t";
    }

    private String name(int column) {
        return columns.get(column).replaceFirst("^[#=]", "");
    }

    /** The table, or a sentence where it would be empty. */
    Html orElse(String label, String sentence) {
        if (rows.isEmpty()) {
            return el("p", css("none"), sentence);
        }
        List<Html> head = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            head.add(el("th", at("scope", "col"), css(kind(i)), name(i)));
        }
        return el(
                "div",
                css("scroll"),
                at("tabindex", 0),
                at("role", "region"),
                at("aria-label", label),
                el("table", el("thead", el("tr", head)), el("tbody", rows)));
    }
}
