package dev.cutover.scenarios.load;

import dev.cutover.record.dump.TabSeparated;
import dev.cutover.rehearse.load.KeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a run by position, from 0. */
sealed interface Keys {
    int size();

    Key at(int position, boolean hot);

    /**
     * A key.
     *
     * @param number what the journal calls it
     * @param hot one of the most visited
     * @param values the key and what belongs to it, by label; without those that are NULL
     */
    record Key(int number, boolean hot, Map<String, String> values) {}

    static Keys of(KeySource source) {
        return switch (source) {
            case KeySource.Numbers numbers -> new Numbered(numbers.from(), numbers.to());
            case KeySource.Listed listed -> Listed.read(listed.file());
        };
    }

    /** From one number to another. */
    record Numbered(int from, int to) implements Keys {
        @Override
        public int size() {
            return to - from + 1;
        }

        @Override
        public Key at(int position, boolean hot) {
            int number = from + position;
            return new Key(number, hot, Map.of("key", Integer.toString(number)));
        }
    }

    /** As they were read before the load. */
    record Listed(List<String> labels, List<String> lines) implements Keys {
        static Listed read(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                List<String> labels = Arrays.stream(TabSeparated.values(lines.getFirst()))
                        .map(String::valueOf)
                        .toList();
                return new Listed(labels, lines.subList(1, lines.size()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the keys", e);
            }
        }

        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public Key at(int position, boolean hot) {
            @Nullable String[] row = TabSeparated.values(lines.get(position));
            Map<String, String> values = new HashMap<>();
            for (int column = 0; column < row.length; column++) {
                String value = row[column];
                if (value != null) {
                    values.put(labels.get(column), value);
                }
            }
            return new Key(position + 1, hot, values);
        }
    }
}
