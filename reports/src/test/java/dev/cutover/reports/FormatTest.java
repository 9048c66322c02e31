package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.reports.markup.Characters;
import dev.cutover.reports.text.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.42, 0.42 ms",
        "0.996, 1.0 ms",
        "9.94, 9.9 ms",
        "9.96, 10 ms",
        "999.4, 999 ms",
        "999.6, 1.00 s",
        "12340, 12.3 s",
        "119000, 119 s",
        "125000, 2:05 min"
    })
    void durationsKeepThreeDigitsAtMost(double ms, String shown) {
        assertThat(Format.millis(ms)).isEqualTo(shown);
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        assertThat(Characters.allowed("a\u0000b\uD800c\uFFFE😀")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD😀");
    }

    @Test
    void whatIsNotKnownIsNoZero() {
        assertThat(Format.millis((Double) null)).isEqualTo("–");
        assertThat(Format.rate((Double) null)).isEqualTo("–");
    }
}
