package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOrderTest {

    /** Times that grow, are early or late by up to so many places, and are often the same. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "16, 3", "17, 1", "500, 0", "500, 3", "500, 40", "500, 100000"})
    void agreesWithAStableSort(int size, int disorder) {
        Random random = new Random(1);
        long[] time = IntStream.range(0, size)
                .mapToLong(i -> (i + random.nextInt(disorder + 1)) / 3)
                .toArray();
        int[] expected = IntStream.range(0, size)
                .filter(i -> i % 5 != 2)
                .boxed()
                .sorted(Comparator.comparingLong(i -> time[i]))
                .mapToInt(i -> i)
                .toArray();
        assertThat(TimeOrder.of(size, i -> i % 5 != 2, i -> time[i])).containsExactly(expected);
    }
}
