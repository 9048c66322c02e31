package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HotHouseholdsTest {
    private static final int DRAWS = 50_000;

    @Test
    void visitsFollowZipf() {
        Map<Integer, Integer> visits = new HashMap<>();
        draws(7, DRAWS).forEach(household -> visits.merge(household, 1, Integer::sum));
        List<Integer> byVisits =
                visits.values().stream().sorted((a, b) -> b - a).toList();
        // Rank 1 is visited 2^1.07 = 2.1 times as often as rank 2, and 10^1.07 = 11.7 times as often as rank 10.
        assertThat((double) byVisits.get(0) / byVisits.get(1)).isBetween(1.9, 2.3);
        assertThat((double) byVisits.get(0) / byVisits.get(9)).isBetween(10.0, 13.5);
        assertThat(visits.keySet()).allSatisfy(number -> assertThat(number).isBetween(1, 7_000));
    }

    @Test
    void theSeedSaysWhichAreHot() {
        assertThat(draws(7, 200)).isEqualTo(draws(7, 200)).isNotEqualTo(draws(8, 200));
    }

    private static List<Integer> draws(long seed, int count) {
        HotHouseholds households = new HotHouseholds(7_000, seed);
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, count)
                .mapToObj(draw -> households.draw(random).number())
                .toList();
    }
}
