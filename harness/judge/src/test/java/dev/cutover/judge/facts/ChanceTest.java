package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void neverBelowTheTrueTails() {
        for (int cases = 0; cases <= 40; cases++) {
            for (int percent = 0; percent <= 100; percent += 5) {
                double p = percent / 100.0;
                double upTo = 0;
                for (int count = 0; count <= cases; count++) {
                    double from = 1 - upTo;
                    upTo += exactly(count, cases, p);
                    assertThat(Chance.ofAtMost(count, cases, p)).isGreaterThanOrEqualTo(upTo - 1e-9);
                    assertThat(Chance.ofAtLeast(count, cases, p)).isGreaterThanOrEqualTo(from - 1e-9);
                }
            }
        }
    }

    @Test
    void smallWhereItMatters() {
        assertThat(Chance.ofAtMost(0, 400, 0.1)).isLessThan(1e-18);
        assertThat(Chance.ofAtLeast(400, 400, 0.1)).isLessThan(1e-300);
        assertThat(Chance.ofAtMost(399, 400, 1)).isZero();
        assertThat(Chance.ofAtLeast(1, 400, 0)).isZero();
    }

    @Test
    void theHighestIsWhereDoubtBegins() {
        double highest = Chance.highest(3, 200, 0.01);
        assertThat(Chance.ofAtMost(3, 200, highest)).isCloseTo(0.01, within(1e-6));
        assertThat(Chance.highest(0, 0, 0.01)).isEqualTo(1);
        assertThat(Chance.highest(5, 5, 0.01)).isEqualTo(1);
    }

    private static double exactly(int count, int cases, double p) {
        double probability = 1;
        for (int i = 0; i < count; i++) {
            probability *= (double) (cases - i) / (i + 1) * p;
        }
        return probability * Math.pow(1 - p, cases - count);
    }
}
