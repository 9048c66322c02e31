package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.MS;
import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.allPass;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.gates;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.onlyFails;
import static dev.cutover.judge.ThreePhases.run;
import static dev.cutover.judge.ThreePhases.sample;
import static dev.cutover.judge.ThreePhases.slower;
import static dev.cutover.judge.ThreePhases.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Limits;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worse than in the baseline phase for a reason is not held against the bridge. */
class BaselineExcusesTest {

    @ParameterizedTest
    @CsvSource({"1, 350", "350, 1", "350, 350"})
    void whatABusyMachineDoesPasses(long baselineMs, long laterMs) {
        allPass(run(o -> slower(o, (at(o, 0, 10) ? baselineMs : laterMs) * MS)));
    }

    @Test
    void aStallIsNotASlowBridge() {
        allPass(run(o -> at(o, 15, 17) ? slower(o, SECOND) : o));
        onlyFails(run(o -> at(o, 15, 18) ? slower(o, SECOND) : o), "p99-against-baseline half");
    }

    @Test
    void whatTakesJustAsLongAsItMayIsNotSlow() {
        allPass(run(o -> at(o, 5, 6) ? with(o, o.outcome(), 900 * MS, 1, 0, 0) : at(o, 2, 4) ? slower(o, SECOND) : o));
    }

    @Test
    void aRoutingChangeMayTakeItsTime() {
        allPass(run(o -> o.invokedNs() >= 20 * SECOND && o.invokedNs() < 20 * SECOND + SECOND / 2
                ? slower(with(o, o.outcome(), 0, 2, 0, 0), SECOND)
                : o));
    }

    @Test
    void whatAFaultExplainsIsLeftOut() {
        allPass(run(o -> at(o, 23, 26) ? lost(o, 4, Cause.TIMEOUT) : o));
        World world = run(o -> at(o, 23, 26) ? lost(o, 0, Cause.TIMEOUT) : o);
        onlyFails(world, "unknown-against-baseline new-only", "attempts-against-baseline new-only");
        allPass(world.event(23 * SECOND, new FaultEvent.Intended("f", "down", "bridge->new", "new-only", 0, null))
                .event(25 * SECOND, new FaultEvent.Healed("f", "down", "bridge->new", "new-only", null)));
    }

    @Test
    void whereClientsMustNotNoticeAFaultItExplainsNothing() {
        World world = run(o -> at(o, 23, 26) ? slower(o, SECOND) : o)
                .event(23 * SECOND, new FaultEvent.Intended("f", "down", "bridge->new", "new-only", 0, null))
                .event(25 * SECOND, new FaultEvent.Healed("f", "down", "bridge->new", "new-only", null));
        allPass(world);
        Owes owes = Owes.like(world.obligations);
        owes.limits = new Limits(0.5, 1, 1_000, 250, 0, new TreeMap<>(Map.of("new-only", 0L)));
        world.obligations = owes.made();
        onlyFails(world, "p99-against-baseline new-only");
    }

    @Test
    void whatTheInjectorDidNotSendOrHearIsLeftOut() {
        allPass(run(o -> at(o, 23, 26) ? lost(o, 0, Cause.INJECTOR) : o));
        allPass(run(o -> at(o, 23, 26) ? with(o, Outcome.INVOKED, SECOND, 1, 0, 0) : o));
    }

    @Test
    void onABusyMachineNothingFails() {
        World world = run(o -> at(o, 10, 20) ? slower(o, SECOND) : o).event(15 * SECOND, sample(0.99, 0.0));
        assertThat(gates(world))
                .filteredOn(gate -> gate.phase().equals("half") && gate.gate().startsWith("p99"))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.result()).isEqualTo(Result.UNKNOWN);
                    assertThat(gate.detail()).contains("99.0 % busy");
                });
        world.without(Sample.class);
        onlyFails(world.event(15 * SECOND, sample(0.97, 0.1)), "p99-against-baseline half");
    }

    @Test
    void norInSecondsInWhichTheMachineHadNoTimeToSpare() {
        World world = run(o -> at(o, 12, 16) ? slower(o, SECOND) : o);
        for (int second = 10; second < 20; second++) {
            world.event((second + 1) * SECOND + 1, sample(second >= 12 && second < 17 ? 1.0 : 0.5, 0.0));
        }
        assertThat(gates(world))
                .filteredOn(gate -> gate.phase().equals("half") && gate.gate().startsWith("p99"))
                .singleElement()
                .satisfies(gate -> assertThat(gate.detail()).contains("100.0 % busy"));
        world.without(Sample.class).event(11 * SECOND, sample(1.0, 0.0)).event(14 * SECOND, sample(0.5, 0.0));
        onlyFails(world, "p99-against-baseline half");
    }

    @Test
    void withoutABaselineNothingIsExamined() {
        World early = run(o -> o).routing(5 * SECOND, RoutingMode.DUAL, 0);
        assertThat(gates(early))
                .hasSize(5)
                .allSatisfy(gate -> assertThat(gate.result()).isEqualTo(Result.UNKNOWN));
        World quiet = run(o -> at(o, 0, 10) ? lost(o, 1, Cause.TIMEOUT) : o);
        assertThat(gates(quiet))
                .hasSize(5)
                .allSatisfy(gate -> assertThat(gate.detail()).startsWith("the baseline phase old-only has 0 answers"));
        World stays = run(o -> o);
        stays.without(RoutingEvent.class).routing(1, RoutingMode.OLD, 0);
        assertThat(gates(stays)).isEmpty();
    }

    @Test
    void aPhaseThatAFaultExplainsHasNoGates() {
        World world = run(o -> at(o, 20, 30) ? lost(o, 1, Cause.TIMEOUT) : o);
        allPass(world);
        assertThat(gates(world))
                .extracting(Gate::phase)
                .doesNotContain("new-only")
                .contains("half");
    }
}
