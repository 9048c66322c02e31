package dev.cutover.judge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void saysHowManyOfHowMany() {
        Share share = new Share();
        assertThat(share).hasToString("0.0 % of 0");
        share.add(true);
        share.add(false);
        share.add(new Share(0, 2));
        assertThat(share).hasToString("25.0 % of 4");
        assertThat(share.count()).isEqualTo(1);
        assertThat(share.cases()).isEqualTo(4);
    }

    @Test
    void aFewOfAFewProveNothing() {
        assertThat(new Share(3, 4).exceeds(0.5)).isFalse();
        assertThat(new Share(100, 100).exceeds(0.5)).isTrue();
        assertThat(new Share(100, 100).exceeds(1)).isFalse();
        assertThat(new Share(3, 4).chance(1)).isEqualTo(1);
        assertThat(new Share(3, 4).atMost()).isBetween(0.99, 1.0);
    }
}
