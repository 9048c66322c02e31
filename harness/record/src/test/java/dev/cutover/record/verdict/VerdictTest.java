package dev.cutover.record.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void oneFailureIsNoGoWhateverElseIsThere() {
        assertThat(Verdict.of(List.of(Result.PASS, Result.UNKNOWN, Result.FAIL)))
                .isEqualTo(Verdict.NO_GO);
        assertThat(Verdict.of(List.of(Result.PASS, Result.UNKNOWN))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.of(List.of(Result.PASS))).isEqualTo(Verdict.GO);
        assertThat(Verdict.of(List.of())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void theExitCodeTellsThemApart() {
        assertThat(List.of(Verdict.values())).extracting(Verdict::exitCode).containsExactly(0, 1, 2);
        assertThat(List.of(Verdict.values())).extracting(Verdict::text).containsExactly("GO", "NO-GO", "INCONCLUSIVE");
    }

    @Test
    void nothingExaminedIsNoPass() {
        assertThat(finding(Result.PASS, 1).examined()).isEqualTo(1);
        assertThat(finding(Result.UNKNOWN, 0).examined()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding(Result.PASS, 0))
                .withMessage("order-per-key passed without examining anything");
    }

    private static Finding finding(Result result, long examined) {
        return new Finding("order-per-key", "", result, examined, 0, "", List.of(), List.of());
    }
}
