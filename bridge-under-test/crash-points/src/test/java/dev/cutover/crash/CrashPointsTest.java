package dev.cutover.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    private enum Point {
        FENCE_ASKED,
        RELEASED
    }

    private final AtomicInteger halts = new AtomicInteger();
    private final CrashPoints points = CrashPoints.of(Point.class, halts::incrementAndGet);

    @Test
    void onlyThePointThatIsArmedEndsTheProcess() {
        points.pass(Point.RELEASED);
        assertThat(points.arm("released")).isTrue();
        points.pass(Point.FENCE_ASKED);
        assertThat(halts).hasValue(0);

        points.pass(Point.RELEASED);

        assertThat(halts).hasValue(1);
        assertThat(points.armed()).containsExactly(entry("fence-asked", false), entry("released", true));
    }

    @Test
    void whatIsNoPointCannotBeArmed() {
        assertThat(points.arm("fence")).isFalse();
        assertThat(points.armed()).doesNotContainValue(true);
    }

    @Test
    void withoutTheVariableThereAreNone() {
        CrashPoints off = CrashPoints.from(Map.of(), Point.class);

        assertThat(off.armed()).isEmpty();
        assertThat(off.arm("released")).isFalse();
        off.pass(Point.RELEASED);
    }

    @Test
    void theVariableTurnsThemOn() {
        assertThat(CrashPoints.from(Map.of("CRASH_POINTS", "on"), Point.class).armed())
                .containsOnlyKeys("fence-asked", "released");
        assertThatThrownBy(() -> CrashPoints.from(Map.of("CRASH_POINTS", "yes"), Point.class))
                .hasMessage("CRASH_POINTS: expected on or off, found: yes");
    }
}
