package dev.cutover.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ack-lost", "down", "flap", "freeze", "request-lost", "reset", "torn", "kill", "pause", "restart"
            })
    void needNoOptions(String name) {
        assertThatCode(() -> Faults.check(spec(name, Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void takesAllOptionsOfLatency() {
        Map<String, Object> options =
                Map.of("delay", Duration.ofMillis(20), "jitter", Duration.ofMillis(5), "direction", "both");

        assertThatCode(() -> Faults.check(spec("latency", options))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Faults.check(spec("frezee", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "fault f-1: there is no fault \"frezee\"; there are ack-lost, down, flap, freeze, kill, latency,"
                                + " out-of-memory, pause, request-lost, reset, restart, torn");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> Faults.check(spec("torn", Map.of("bites", 3L))))
                .hasMessage("fault f-1 (torn on a->b) has no option \"bites\"; it has bytes, direction");
        assertThatThrownBy(() -> Faults.check(spec("down", Map.of("direction", "both"))))
                .hasMessageEndingWith("has no option \"direction\"; it has none");
    }

    @Test
    void refusesMalformedOptions() {
        assertThatThrownBy(() -> Faults.check(spec("latency", Map.of())))
                .hasMessageContaining("option \"delay\" should be a duration such as 200 ms, found nothing");
        assertThatThrownBy(() -> Faults.check(spec("latency", Map.of("delay", 200L))))
                .hasMessageContaining("should be a duration such as 200 ms, found \"200\"");
        assertThatThrownBy(() -> Faults.check(spec("torn", Map.of("bytes", 0L))))
                .hasMessageContaining("should be a whole number greater than 0, found \"0\"");
        assertThatThrownBy(() -> Faults.check(spec("freeze", Map.of("direction", "up"))))
                .hasMessageContaining("should be one of [upstream, downstream, both], found \"up\"");
    }

    @Test
    void knowsTheNamesItMakes() {
        assertThat(new Faults(link -> {
                            throw new IllegalArgumentException(link);
                        })
                        .names())
                .contains("latency", "kill")
                .hasSize(12);
    }

    private static FaultSpec spec(String name, Map<String, Object> options) {
        return new FaultSpec("f-1", name, "a->b", Duration.ZERO, Duration.ofSeconds(1), options);
    }
}
