package dev.cutover.reports.markdown;

import dev.cutover.reports.markup.Characters;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown in which nothing that was read can be taken for markup. */
public final class Markdown {
    private static final int LONGEST = 400;
    private static final String SPECIAL = "\\`*_{}[]#|~";

    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        return line("#".repeat(level) + " " + escaped(title)).line("");
    }

    /** A paragraph; escaped by who made it. */
    public Markdown paragraph(String markup) {
        return line(markup).line("");
    }

    /** The head of a table. */
    public Markdown header(List<String> columns) {
        return row(columns).line("|" + " --- |".repeat(columns.size()));
    }

    /** A row of a table; its cells are escaped. */
    public Markdown row(List<String> cells) {
        return line(cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** A block of code; longer fences than any in the text. */
    Markdown code(String code) {
        return line("").line("~~~~~~")
                .line(Characters.allowed(code).replace('\n', ' ').replace("~~~~~~", "~~~~~"))
                .line("~~~~~~")
                .line("");
    }

    /** A line as it is. */
    public Markdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    public static String escaped(String raw) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Characters.allowed(Characters.shortened(raw, LONGEST)).toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;"); // names nobody
                case '\n', '\r', '\t' -> escaped.append(' ');
                default -> escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
