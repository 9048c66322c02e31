package dev.cutover.rehearse.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a step or a sentinel, in which {@code ${name}} stands for a value. */
public record StepText(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** What it uses. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .forEach(found -> names.add(found.group(1).strip()));
        return names;
    }

    /** The text with the value of each name in its place. */
    public String fill(UnaryOperator<String> value) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value.apply(found.group(1).strip())));
    }
}
