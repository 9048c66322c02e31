package dev.cutover.reports.markup;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A piece of finished markup. The only ways to make one escape every text and every attribute value,
 * except {@link #trusted}, which is for what comes with this program.
 */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    private static final Set<String> WITHOUT_END = Set.of("meta", "br", "link", "hr", "col");

    /**
     * An element.
     *
     * @param name its name, a literal of the program
     * @param parts attributes, markup, lists of both; anything else is text
     */
    public static Html el(String name, Object... parts) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder content = new StringBuilder();
        add(List.of(parts), attributes, content);
        String end = WITHOUT_END.contains(name) ? "" : "</" + name + ">";
        return new Html("<" + name + attributes + ">" + content + end);
    }

    /** Several pieces, one after the other. */
    public static Html all(Object... parts) {
        StringBuilder content = new StringBuilder();
        add(List.of(parts), new StringBuilder(), content);
        return new Html(content.toString());
    }

    /** An attribute; its value is escaped. Numbers are written short. */
    public static Attribute at(String name, Object value) {
        return new Attribute(name, value instanceof Double number ? coordinate(number) : String.valueOf(value));
    }

    public static Attribute css(String classes) {
        return new Attribute("class", classes);
    }

    /** Markup that is part of the program, such as its style sheet; never for what was read. */
    public static Html trusted(String markup) {
        return new Html(markup);
    }

    private static void add(Collection<?> parts, StringBuilder attributes, StringBuilder content) {
        for (Object part : parts) {
            if (part instanceof Attribute attribute) {
                attributes.append(attribute.markup());
            } else if (part instanceof Html html) {
                content.append(html.markup());
            } else if (part instanceof Collection<?> several) {
                add(several, attributes, content);
            } else {
                content.append(escaped(String.valueOf(part)));
            }
        }
    }

    static String escaped(String text) {
        return Characters.allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String coordinate(double number) {
        double rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** A name, literal of the program, and its value as it will be read. */
    public record Attribute(String name, String value) {
        String markup() {
            return " " + name + "=\"" + escaped(value) + "\"";
        }
    }
}
