package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void agreesWithAskingEachOfThem() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            List<Interval> intervals = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                long from = random.nextInt(40);
                intervals.add(new Interval(from, random.nextInt(9) == 0 ? Long.MAX_VALUE : from + random.nextInt(8)));
            }
            Intervals merged = Intervals.of(intervals);
            for (long from = 0; from < 50; from++) {
                long until = from + random.nextInt(5);
                long start = from;
                assertThat(merged.touch(from, until))
                        .as("%d … %d in %s", from, until, intervals)
                        .isEqualTo(intervals.stream().anyMatch(one -> one.touches(start, until)));
            }
        }
    }

    @Test
    void theEdgeMayLieOutside() {
        Interval interval = new Interval(10, 20);
        assertThat(interval.contains(11, 19)).isTrue();
        assertThat(interval.contains(10, 19)).isFalse();
        assertThat(interval.contains(11, 20)).isFalse();
        assertThat(interval.extended(5)).isEqualTo(new Interval(10, 25));
        assertThat(new Interval(10, Long.MAX_VALUE).extended(5)).isEqualTo(new Interval(10, Long.MAX_VALUE));
    }
}
