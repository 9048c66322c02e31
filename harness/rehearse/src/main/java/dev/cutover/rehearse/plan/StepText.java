package dev.cutover.rehearse.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a step or a sentinel, in which {@code ${name}} stands for a value, and {@code ${text 20}} for as many letters. */
public record StepText(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern LETTERS = Pattern.compile("text (\\d{1,8})");

    /** What it uses. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> !LETTERS.matcher(name).matches())
                .forEach(names::add);
        return names;
    }

    /** The text with the value of each name in its place. */
    public String fill(UnaryOperator<String> value) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(filled(found.group(1).strip(), value)));
    }

    private static String filled(String name, UnaryOperator<String> value) {
        Matcher letters = LETTERS.matcher(name);
        return letters.matches() ? "x".repeat(Integer.parseInt(letters.group(1))) : value.apply(name);
    }
}
