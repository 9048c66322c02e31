package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the numbers in a slot mean. */
class CodesTest {

    @ParameterizedTest
    @CsvSource({
        "0, none",
        "1, timeout",
        "2, connection-lost",
        "3, connect-failed",
        "4, unreadable-answer",
        "5, injector",
        "6, unsaid",
        "7, cause-7",
        "999, cause-999",
        "1000, http-0",
        "1504, http-504",
        "9999, http-8999",
        "10000, rc-0",
        "10022, rc-22"
    })
    void aCauseIsDescribed(short cause, String text) {
        assertThat(Cause.describe(cause)).isEqualTo(text);
    }

    @Test
    void aStatusAndAReturnCodeKeepTheirNumber() {
        assertThat(Cause.describe(Cause.status(504))).isEqualTo("http-504");
        assertThat(Cause.describe(Cause.returnCode(22))).isEqualTo("rc-22");
        assertThat(Cause.describe(Cause.returnCode(-1))).isEqualTo("rc-0");
        assertThat(Cause.describe(Cause.returnCode(10_000))).isEqualTo("rc-9999");
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeIsFoundByItsCode(Outcome outcome) {
        assertThat(Outcome.of(outcome.code())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void whoAnsweredIsFoundByTheCode(ServedBy by) {
        assertThat(ServedBy.of(by.code())).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"old, OLD", "new, NEW", "bridge, BRIDGE", "New, NOBODY", "-, NOBODY"})
    void whoAnsweredIsFoundByTheHeader(@Nullable String header, ServedBy by) {
        assertThat(ServedBy.named(header)).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY, false, false",
        "INVOKED, true, false",
        "OK, true, true",
        "REFUSED, true, true",
        "UNKNOWN, true, true"
    })
    void anOutcomeIsWrittenBeforeItEnds(Outcome outcome, boolean written, boolean ended) {
        assertThat(Outcome.written(outcome.code())).isEqualTo(written);
        assertThat(outcome.ended()).isEqualTo(ended);
        assertThat(Outcome.written(Outcome.UNKNOWN.code() + 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "5, 4"})
    void aCodeThatNobodyHasIsRefused(int outcome, int servedBy) {
        assertThatThrownBy(() -> Outcome.of(outcome)).hasMessageContaining("the journal is damaged");
        assertThatThrownBy(() -> ServedBy.of(servedBy)).hasMessageContaining("the journal is damaged");
    }
}
