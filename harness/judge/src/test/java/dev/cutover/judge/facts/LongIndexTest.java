package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongIndexTest {

    @ParameterizedTest
    @ValueSource(strings = {"dense", "sparse", "high bits only", "multiples"})
    void agreesWithAHashMap(String shape) {
        Random random = new Random(1);
        LongUnaryOperator key = switch (shape) {
            case "dense" -> i -> 5_000_000_000L + i;
            case "sparse" -> i -> random.nextLong();
            case "high bits only" -> i -> i << 50;
            default -> i -> i * 1_048_576L;
        };
        long[] keys = LongStream.range(0, 4_000).map(key).toArray();
        LongIndex index = LongIndex.over(keys);
        Map<Long, Integer> expected = new HashMap<>();
        for (long k : keys) {
            assertThat(index.find(k)).isEqualTo(expected.getOrDefault(k, -1));
            int next = expected.size();
            assertThat(index.number(k)).isEqualTo(expected.computeIfAbsent(k, ignored -> next));
        }
        assertThat(index.size()).isEqualTo(expected.size());
        assertThat(index.find(Long.MIN_VALUE + 1)).isEqualTo(-1);
        assertThat(index.find(Long.MAX_VALUE - 1)).isEqualTo(-1);
    }
}
