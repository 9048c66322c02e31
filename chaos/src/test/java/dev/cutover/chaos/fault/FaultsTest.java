package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.rehearse.plan.Disturbance;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void areCalledAsTheirClassesAre() {
        assertThat(Faults.KINDS.keySet())
                .containsExactly(
                        "ack-lost",
                        "crash",
                        "down",
                        "flap",
                        "freeze",
                        "kill",
                        "latency",
                        "out-of-memory",
                        "pause",
                        "request-lost",
                        "reset",
                        "restart",
                        "torn");
        assertThat(new RequestLost().name()).isEqualTo("request-lost");
    }

    @Test
    void thatLoseMessagesSaySo() {
        assertThat(List.of(new AckLost(), new RequestLost(), new Freeze(Direction.BOTH, 1), new Down()))
                .allMatch(Disturbance::losesMessages);
        assertThat(List.of(new Kill(), new Pause(), new OutOfMemory())).noneMatch(Disturbance::losesMessages);
    }

    @Test
    void onlyRunningOutOfMemoryNeedsAContainer() {
        assertThat(new OutOfMemory().onlyInContainers()).isTrue();
        assertThat(new Kill().onlyInContainers()).isFalse();
    }
}
