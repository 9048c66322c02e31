package dev.cutover.record.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that the journal knows keys by, by their texts in a dump: a key's line in {@code keys.tsv}, or the text itself where there is
 * no such file. A text that is no key of the load has a number far below all others, the same one in every dump.
 */
public final class KeyNames {
    private static final long FIRST_FOREIGN = Long.MIN_VALUE;

    private final List<String> texts;
    private final @Nullable Map<String, Long> numbers;
    private final Map<String, Long> foreign = new HashMap<>();

    private KeyNames(List<String> texts, @Nullable Map<String, Long> numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Keys that are numbers themselves. */
    public static KeyNames plain() {
        return new KeyNames(List.of(), null);
    }

    /** Keys by the lines of a file whose first line is labels; the first column is the key. */
    public static KeyNames read(Path file) throws IOException {
        List<String> texts = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", 2)[0])
                .toList();
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            numbers.put(texts.get(i), i + 1L);
        }
        return new KeyNames(texts, numbers);
    }

    /** All keys, in the order of their numbers from 1; none where the numbers are the keys. */
    public List<String> texts() {
        return texts;
    }

    /** The number of a key, by its text as it stands in a dump. */
    public long number(String text) {
        if (numbers != null) {
            Long number = numbers.get(text);
            return number == null ? foreign(text) : number;
        }
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : foreign(text);
    }

    private long foreign(String text) {
        return foreign.computeIfAbsent(text, unknown -> FIRST_FOREIGN + foreign.size());
    }
}
