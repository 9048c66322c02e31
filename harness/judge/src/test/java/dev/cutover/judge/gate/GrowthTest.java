package dev.cutover.judge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {
    private final Growth growth = new Growth();

    @Test
    void ofOneKindIsTheDifference() {
        growth.add(new Share(10, 100), new Share(60, 300));
        assertThat(growth.share()).isCloseTo(0.1, within(1e-9));
        // 70 of 400 in all: 52.5 of 300 are expected, the variance is 300 · 100 · 0.175 · 0.825 / 399.
        double deviations = 7.5 / Math.sqrt(300 * 100 * 0.175 * 0.825 / 399);
        assertThat(growth.byChance(4)).isCloseTo(0.1 * 4 / deviations, within(1e-9));
    }

    @Test
    void moreOfAKindThatHasManyIsNone() {
        growth.add(new Share(50, 100), new Share(500, 1_000));
        growth.add(new Share(1, 1_000), new Share(0, 100));
        assertThat(growth.share()).isCloseTo(0, within(0.001));
        assertThat(growth.byChance(4)).isZero();
    }

    @Test
    void ofKindsThatWereNotThereBeforeNothingIsKnown() {
        growth.add(new Share(), new Share(30, 30));
        growth.add(new Share(1, 30), new Share());
        assertThat(growth.share()).isZero();
        assertThat(growth.byChance(4)).isZero();
    }

    @Test
    void aKindThatNeverOrAlwaysHasItSaysNothing() {
        growth.add(new Share(0, 500), new Share(0, 1_500));
        growth.add(new Share(40, 40), new Share(90, 90));
        growth.add(new Share(10, 100), new Share(60, 300));
        assertThat(growth.share()).isCloseTo(0.1, within(1e-9));
        assertThat(growth.compared()).hasToString("20.0 % of 300");
    }

    @Test
    void lessIsNoGrowth() {
        growth.add(new Share(20, 100), new Share(10, 100));
        assertThat(growth.share()).isCloseTo(-0.1, within(1e-9));
        assertThat(growth.byChance(4)).isZero();
    }

    /** One in twenty of all kinds: among many refusals it could be chance, among few it cannot. */
    @Test
    void whatComesToAllKindsShowsAmongThoseThatHaveFew() {
        growth.add(new Share(61, 274), new Share(170, 694));
        assertThat(growth.byChance(4)).isGreaterThan(growth.share());
        growth.add(new Share(0, 620), new Share(75, 1_517));
        assertThat(growth.byChance(4)).isLessThan(growth.share() / 1.4);
    }

    @Test
    void whatComesToAKindThatHasManyShows() {
        growth.add(new Share(200, 1_000), new Share(400, 1_000));
        growth.add(new Share(3, 1_000), new Share(0, 1_000));
        assertThat(growth.byChance(4)).isLessThan(growth.share() / 1.4);
    }
}
