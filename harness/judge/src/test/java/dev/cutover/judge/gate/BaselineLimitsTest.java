package dev.cutover.judge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineLimitsTest {
    private static final long MS = 1_000_000;

    @Test
    void aPhaseMayBeSoManyTimesSlowerAndSoMuchMoreUpToABound() {
        assertThat(BaselineLimits.DEFAULT.p99Ns(100 * MS)).isEqualTo(800 * MS);
        assertThat(BaselineLimits.DEFAULT.p99Ns(200 * MS)).isEqualTo(900 * MS);
    }

    @Test
    void theStrictestLimitsThereAre() {
        assertThat(limits(1, 1, 0, 0, 0, 0, 1, 1).p99Ns(7)).isEqualTo(7);
    }

    @Test
    void plannedRefusalsComeOnTopOfTheMargin() {
        BaselineLimits more = BaselineLimits.DEFAULT.refusing(0.1);
        assertThat(more.refusedMargin()).isCloseTo(0.115, within(1e-9));
        assertThat(more.refusedFactor()).isEqualTo(BaselineLimits.DEFAULT.refusedFactor());
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1", "1, 0.9"})
    void nobodyIsFasterForBeingCompared(double p99, double refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(p99, refused, 0, 0, 0, 0, 1, 1))
                .withMessageContaining("factors must be at least 1");
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0, 0, 0", "0, -0.1, 0, 0", "0, 0, -0.1, 0", "0, 0, 0, -0.1"})
    void noMarginIsBelowNothing(double unknown, double unknownAtMost, double refused, double attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(1, 1, unknown, unknownAtMost, refused, attempts, 1, 1))
                .withMessageContaining("margins must be at least 0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void noOperationJudgesNothing(int least, int withoutOk) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(1, 1, 0, 0, 0, 0, least, withoutOk))
                .withMessageContaining("by no operation");
    }

    private static BaselineLimits limits(
            double p99,
            double refusedFactor,
            double unknown,
            double unknownAtMost,
            double refused,
            double attempts,
            int least,
            int withoutOk) {
        return new BaselineLimits(
                p99,
                Duration.ZERO,
                Duration.ofSeconds(1),
                unknown,
                unknownAtMost,
                refusedFactor,
                refused,
                attempts,
                Duration.ofSeconds(5),
                withoutOk,
                Duration.ofSeconds(2),
                least,
                0.97);
    }
}
