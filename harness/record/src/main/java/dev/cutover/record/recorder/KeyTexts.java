package dev.cutover.record.recorder;

import dev.cutover.record.dump.TabSeparated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journal's numbers of keys by their texts. */
sealed interface KeyTexts {
    /** None if it is no key of the load. */
    OptionalInt number(String text);

    /**
     * Those of a load.
     *
     * @param written numbers from one to another, such as 1..500, or a file with a line of labels and one for each key
     */
    static KeyTexts of(String written) throws IOException {
        Matcher range = Range.WRITTEN.matcher(written);
        return range.matches()
                ? new Range(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                : Listed.read(Path.of(written));
    }

    /** Numbers that are their own names. */
    record Range(int from, int to) implements KeyTexts {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
        private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

        @Override
        public OptionalInt number(String text) {
            if (!NUMBER.matcher(text).matches()) {
                return OptionalInt.empty();
            }
            int number = Integer.parseInt(text);
            return number < from || number > to ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }

    /** Called by their lines, from 1. */
    record Listed(Map<String, Integer> numbers) implements KeyTexts {
        static Listed read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            Map<String, Integer> numbers = new HashMap<>();
            for (int line = 1; line < lines.size(); line++) {
                numbers.put(String.valueOf(TabSeparated.values(lines.get(line))[0]), line);
            }
            return new Listed(numbers);
        }

        @Override
        public OptionalInt number(String text) {
            Integer number = numbers.get(text);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }
}
