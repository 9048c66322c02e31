package dev.cutover.record.dump;

import dev.cutover.record.json.Lines;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Two columns of a table, by their labels, wherever they stand. */
final class LabelledReader implements Lines.Reading {
    private final String first;
    private final String second;
    private final BiConsumer<String, String> taker;
    private @Nullable List<String> labels;

    LabelledReader(String first, String second, BiConsumer<String, String> taker) {
        this.first = first;
        this.second = second;
        this.taker = taker;
    }

    @Override
    public void line(String line, long number) {
        @Nullable String[] values = TabSeparated.values(line);
        List<String> known = labels;
        if (known == null) {
            labels = labels(Arrays.stream(values).map(String::valueOf).toList());
        } else if (values.length == known.size()) {
            taker.accept(value(values[known.indexOf(first)]), value(values[known.indexOf(second)]));
        } else {
            throw new IllegalArgumentException("expected " + known.size() + " columns; found: " + line);
        }
    }

    private List<String> labels(List<String> found) {
        if (!found.containsAll(List.of(first, second))) {
            throw new IllegalArgumentException(
                    "expected columns " + first + " and " + second + "; found: " + String.join(", ", found));
        }
        return found;
    }

    private static String value(@Nullable String value) {
        return value == null ? StateDump.NULL : value;
    }
}
