package dev.cutover.record.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 999})
    void aStatusIsOfHttpOrNone(int status) {
        assertThat(Answer.SILENT.withStatus(status).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 99, 1000})
    void anotherStatusIsRefused(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answer.SILENT.withStatus(status))
                .withMessage("a status is 100 … 999, or 0 for none, not " + status);
    }

    @Test
    void aVersionIsNotBelowNoneAndAnOperationIsSentAtLeastOnce() {
        assertThat(Answer.SILENT.withVersion(0).withAttempts(1)).isEqualTo(Answer.SILENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answer.SILENT.withVersion(-1))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answer.SILENT.withAttempts(0))
                .withMessageContaining("not 0 times");
    }
}
