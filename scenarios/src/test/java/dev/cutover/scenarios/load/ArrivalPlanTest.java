package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ArrivalPlanTest {
    private static final ArrivalCurve CURVE = ArrivalCurve.worldCup();

    @Test
    void theCurveHasMeanOneAndKeepsTheBurstsOfTheLog() {
        assertThat(CURVE.seconds()).isEqualTo(180);
        assertThat(IntStream.range(0, 180).mapToDouble(CURVE::factor).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(IntStream.range(0, 180).mapToDouble(CURVE::factor).max().orElseThrow())
                .isBetween(1.6, 2.2);
        // A run of a minute and a half gets its share of load and bursts as well.
        assertThat(IntStream.range(0, 90).mapToDouble(CURVE::factor).average().orElseThrow())
                .isBetween(0.95, 1.1);
        assertThat(IntStream.range(0, 90).mapToDouble(CURVE::factor).max().orElseThrow())
                .isGreaterThan(1.5);
    }

    @Test
    void theCurveStartsOverAtItsEnd() {
        ArrivalCurve curve = new ArrivalCurve(1, 2, 3);
        assertThat(curve.factor(4)).isEqualTo(curve.factor(1)).isEqualTo(1.0);
    }

    @Test
    void sessionsAddUpToTheConfiguredRate() {
        ArrivalPlan plan = ArrivalPlan.of(CURVE, 36, 360, 0.25, 42);
        assertThat(plan.sessions()).isCloseTo(36 * 360, Percentage.withPercentage(3));
        assertThat(IntStream.range(0, 360).map(plan::inSecond).sum()).isEqualTo(plan.sessions());
    }

    @Test
    void sameSeedSamePlan() {
        ArrivalPlan plan = ArrivalPlan.of(CURVE, 36, 20, 0.25, 42);
        ArrivalPlan same = ArrivalPlan.of(CURVE, 36, 20, 0.25, 42);
        ArrivalPlan other = ArrivalPlan.of(CURVE, 36, 20, 0.25, 43);
        assertThat(instants(plan)).isEqualTo(instants(same)).isNotEqualTo(instants(other));
    }

    @Test
    void intendedInstantsNeverFallAndStayInTheirSecond() {
        ArrivalPlan plan = ArrivalPlan.of(CURVE, 36, 20, 0.25, 42);
        assertThat(instants(plan)).isSorted();
        assertThat(plan.before(1_000_000_000L)).isEqualTo(plan.inSecond(0));
        assertThat(plan.before(Long.MAX_VALUE)).isEqualTo(plan.sessions());
    }

    @Test
    void someSessionsComeInPairs() {
        ArrivalPlan plan = ArrivalPlan.of(CURVE, 36, 180, 0.25, 42);
        long twins = IntStream.range(0, plan.sessions())
                .filter(session -> plan.leader(session) != session)
                .count();
        assertThat((double) twins / plan.sessions()).isBetween(0.08, 0.17);
        assertThat(IntStream.range(0, plan.sessions()))
                .allSatisfy(session ->
                        assertThat(plan.intendedNs(session)).isEqualTo(plan.intendedNs(plan.leader(session))));
    }

    private static long[] instants(ArrivalPlan plan) {
        return IntStream.range(0, plan.sessions()).mapToLong(plan::intendedNs).toArray();
    }
}
