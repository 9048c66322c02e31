package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HotKeysTest {
    private static final int DRAWS = 50_000;

    @Test
    void visitsFollowZipf() {
        Map<Integer, Integer> visits = new HashMap<>();
        draws(7, DRAWS).forEach(key -> visits.merge(key, 1, Integer::sum));
        List<Integer> byVisits =
                visits.values().stream().sorted((a, b) -> b - a).toList();
        // Rank 1 is visited 2^1.07 = 2.1 times as often as rank 2, and 10^1.07 = 11.7 times as often as rank 10.
        assertThat((double) byVisits.get(0) / byVisits.get(1)).isBetween(1.9, 2.3);
        assertThat((double) byVisits.get(0) / byVisits.get(9)).isBetween(10.0, 13.5);
        assertThat(visits.keySet()).allSatisfy(number -> assertThat(number).isBetween(1, 7_000));
    }

    @Test
    void halfOfAllVisitsAreToHotOnes() {
        for (int keys : new int[] {10, 7_000}) {
            HotKeys some = new HotKeys(new Keys.Numbered(1, keys), 7);
            SplittableRandom random = new SplittableRandom(1);
            long hot = IntStream.range(0, DRAWS)
                    .filter(draw -> some.draw(random).hot())
                    .count();
            assertThat((double) hot / DRAWS).isBetween(0.48, 0.7);
        }
    }

    @Test
    void theSeedSaysWhichAreHot() {
        assertThat(draws(7, 200)).isEqualTo(draws(7, 200)).isNotEqualTo(draws(8, 200));
    }

    private static List<Integer> draws(long seed, int count) {
        HotKeys keys = new HotKeys(new Keys.Numbered(1, 7_000), seed);
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, count)
                .mapToObj(draw -> keys.draw(random).number())
                .toList();
    }
}
