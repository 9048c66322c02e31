package dev.cutover.bridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"20260101", "20260329", "20261025", "20240229", "19800406"})
    void theStartOfADayLiesInThatDay(String day) throws Exception {
        assertThat(BusinessDay.of(BusinessDay.start(day).toString())).isEqualTo(day);
    }
}
