package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.record.journal.OperationIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with values to be filled in, split once: {@code ${name}}, {@code ${id}} and {@code ${id uuid}}, {@code ${number 1..500}},
 * {@code ${text 20}}. Immutable.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern LETTERS = Pattern.compile("text (\\d{1,8})");

    /** Of a longer text its first letters come again and again: it shall be long, not take long to make or to compress. */
    private static final int DIFFERENT = 64;

    private final List<Part> parts;
    private final Escape escape;
    private final Set<String> names;

    private Template(List<Part> parts, Escape escape) {
        this.parts = List.copyOf(parts);
        this.escape = escape;
        this.names = parts.stream()
                .flatMap(part -> part instanceof Part.Value value ? Stream.of(value.name()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is filled in. */
    public interface Values {
        /** Called only for a name of {@link Template#names}. */
        String value(String name);

        /** Of the operation. */
        long id();

        SplittableRandom random();
    }

    private sealed interface Part {
        void append(Values values, Escape escape, StringBuilder to);

        record Literal(String text) implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                to.append(text);
            }
        }

        record Value(String name) implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                escape.append(values.value(name), to);
            }
        }

        record Id() implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                to.append(values.id());
            }
        }

        record Uuid() implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                to.append(OperationIds.uuid(values.id()));
            }
        }

        record Between(Range range) implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                to.append(values.random().nextLong(range.from(), range.to() + 1));
            }
        }

        record Letters(int count) implements Part {
            @Override
            public void append(Values values, Escape escape, StringBuilder to) {
                int begin = to.length();
                for (int i = 0; i < Math.min(count, DIFFERENT); i++) {
                    to.append((char) ('a' + values.random().nextInt(26)));
                }
                while (to.length() - begin < count) {
                    to.append(to, begin, begin + Math.min(to.length() - begin, count - (to.length() - begin)));
                }
            }
        }
    }

    /**
     * Splits a text.
     *
     * @throws WrongValue if what stands in braces cannot be filled in
     */
    public static Template of(String text, Escape escape) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        for (; place.find(); end = place.end()) {
            literal(text.substring(end, place.start()), parts);
            parts.add(part(place.group(1)));
        }
        literal(text.substring(end), parts);
        return new Template(parts, escape);
    }

    private static void literal(String text, List<Part> parts) {
        if (text.contains("${")) {
            throw WrongValue.here("has a '${' without its '}'");
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text));
        }
    }

    private static Part part(String written) {
        if (written.equals("id")) {
            return new Part.Id();
        }
        if (written.equals("id uuid")) {
            return new Part.Uuid();
        }
        Matcher letters = LETTERS.matcher(written);
        if (letters.matches()) {
            return new Part.Letters(Integer.parseInt(letters.group(1)));
        }
        if (written.startsWith("number ")) {
            return Range.parse(written.substring("number ".length()))
                    .<Part>map(Part.Between::new)
                    .orElseThrow(
                            () -> WrongValue.here("uses ${" + written + "}, which must be as in ${number 1..500}"));
        }
        if (!NAME.matcher(written).matches()) {
            throw WrongValue.here("uses ${" + written + "}; there are ${name} of a value, ${id}, ${id uuid},"
                    + " ${number 1..500} and ${text 20}");
        }
        return new Part.Value(written);
    }

    /** The names of the values that it needs. */
    public Set<String> names() {
        return names;
    }

    /** Whether it is filled in alike every time, with the same values. */
    public boolean steady() {
        return parts.stream().noneMatch(part -> part instanceof Part.Between || part instanceof Part.Letters);
    }

    public String fill(Values values) {
        StringBuilder filled = new StringBuilder();
        parts.forEach(part -> part.append(values, escape, filled));
        return filled.toString();
    }
}
