package dev.cutover.record.verdict;

import java.util.List;

/**
 * What one checker (or gate) says of a run.
 *
 * @param checker stable id, such as {@code no-acknowledged-loss}
 * @param title the property in one sentence
 * @param result PASS only if something was examined
 * @param examined how many cases were looked at
 * @param violations how many cases violate the property; may exceed the examples kept
 * @param message why the result is what it is
 * @param examples at most 32 counter-examples
 * @param keys whose operations or rows violate it, as far as the checker knows them: at most 1,000
 */
public record Finding(
        String checker,
        String title,
        Result result,
        long examined,
        long violations,
        String message,
        List<CounterExample> examples,
        List<String> keys) {
    public Finding {
        examples = List.copyOf(examples);
        keys = List.copyOf(keys);
        if (result == Result.PASS && examined <= 0) {
            throw new IllegalArgumentException(checker + " passed without examining anything");
        }
    }
}
