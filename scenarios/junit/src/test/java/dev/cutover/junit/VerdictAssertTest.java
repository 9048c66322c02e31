package dev.cutover.junit;

import static dev.cutover.junit.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An assertion about a verdict")
class VerdictAssertTest {

    @Test
    void holds_for_the_verdict_it_names_and_no_other() {
        assertThat(Verdicts.go()).isGo();
        assertThat(Verdicts.noGo()).isNoGo();
        assertThat(Verdicts.inconclusive()).isInconclusive();

        assertThatThrownBy(() -> assertThat(Verdicts.inconclusive()).isNoGo()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(Verdicts.go()).isInconclusive()).isInstanceOf(AssertionError.class);
    }

    @Test
    void shows_the_first_counter_examples_and_where_to_read_on() {
        assertThatThrownBy(() -> assertThat(Verdicts.noGo()).isGo())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "expected GO, but",
                        "NO-GO: 7 of 100 are missing",
                        "FAIL rollback-complete (Nothing acknowledged is lost): as found",
                        "append 1 is missing [key 41]",
                        "append 5 is missing [key 45]",
                        "and 2 more",
                        "replay: cutover rehearse --seed 42",
                        "report: runs/run/report.html")
                .message()
                .doesNotContain("append 6", "operations-per-second");
    }

    @Test
    void shows_the_gate_that_decided() {
        assertThatThrownBy(() -> assertThat(Verdicts.inconclusive()).isGo())
                .hasMessageContaining("UNKNOWN gate operations-per-second dual: 12 (limit at least 70)");
    }

    @Test
    void is_caught_by_one_of_the_named_checkers_or_gates() {
        assertThat(Verdicts.noGo()).caughtBy("rollback-complete");
        assertThat(Verdicts.noGo()).caughtBy("operations-per-second", "rollback-complete");

        assertThatThrownBy(() -> assertThat(Verdicts.noGo()).caughtBy("operations-per-second"))
                .hasMessageContaining("expected to be caught by operations-per-second, but")
                .hasMessageContaining("append 1 is missing");
        assertThatThrownBy(() -> assertThat(Verdicts.go()).caughtBy("rollback-complete"))
                .hasMessageContaining("expected NO-GO, but");
    }

    @Test
    void a_slip_in_a_checkers_name_is_seen() {
        assertThatThrownBy(() -> assertThat(Verdicts.noGo()).caughtBy("rollback-complete", "rolback"))
                .hasMessageContaining("rolback is no checker and no gate of this run")
                .hasMessageContaining("rollback-complete, operations-per-second");
    }

    @Test
    void tells_what_was_not_examined() {
        assertThat(Verdicts.go()).examined("rollback-complete");

        assertThatThrownBy(() -> assertThat(Verdicts.go()).examined("routing"))
                .hasMessageContaining("routing was not examined: nobody says who served");
    }
}
