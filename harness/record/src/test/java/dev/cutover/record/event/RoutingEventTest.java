package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutingEventTest {

    @Test
    void onlyASplitIsToldWithItsShare() {
        assertThat(RoutingEvent.describe(RoutingMode.SPLIT, 0.25)).isEqualTo("split 25 %");
        assertThat(RoutingEvent.describe(RoutingMode.DUAL, 0.25)).isEqualTo("dual");
    }
}
