package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Limits;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A run that keeps every limit, and what each gate says when one thing about it is different. */
class GatesTest {

    @Test
    void aRunThatKeepsEveryLimitPassesEveryGate() {
        assertThat(Judge.judge(TinyWorlds.whole().evidence()).gates())
                .allMatch(gate -> gate.result() == Result.PASS)
                .extracting(VerdictReport.Gate::gate)
                .containsExactly(
                        "plan-completed",
                        "operations-per-second",
                        "injector",
                        "rollback-within",
                        "unknown-outcomes",
                        "dead-letters",
                        "comparisons",
                        "p99-against-baseline",
                        "p99-against-baseline",
                        "unknown-against-baseline",
                        "unknown-against-baseline",
                        "refused-against-baseline",
                        "refused-against-baseline",
                        "longest-without-ok",
                        "attempts-against-baseline");
    }

    @Test
    void thereIsAListOfAll() {
        assertThat(Judge.judge(TinyWorlds.whole().evidence()).gates())
                .extracting(VerdictReport.Gate::gate)
                .isSubsetOf(Judge.gates());
        assertThat(Judge.gates()).contains("canaries").doesNotHaveDuplicates();
    }

    @Test
    void aPlanThatEndedEarlyFailsUnlessItsLoadHadDied() {
        gate("plan-completed", Result.FAIL, "the bridge refused", world -> endedEarly(world, true));
        gate("plan-completed", Result.UNKNOWN, "the bridge refused", world -> endedEarly(world, false));
    }

    @Test
    void aPlanThatEndedEarlyOnABusyMachineSaysSo() {
        String busy = "the bridge refused; the machine was 97 % busy in this phase";
        gate(
                "plan-completed",
                Result.FAIL,
                busy,
                world -> endedEarly(world.event(3, sample("quiet", 0.1)).event(4, sample("only", 0.97)), true));
        gate(
                "plan-completed",
                Result.UNKNOWN,
                "98 % busy",
                world -> endedEarly(world.event(4, sample("only", 0.98)), true));
        VerdictReport.Gate idle = gate(
                "plan-completed",
                Result.FAIL,
                "",
                world -> endedEarly(world.event(3, sample("loud", 0.99)).event(4, sample("only", 0.89)), true));
        assertThat(idle.value()).isEqualTo("the bridge refused");
    }

    @Test
    void anInterruptedPlanIsUnknown() {
        gate("plan-completed", Result.UNKNOWN, "interrupted", world -> world.without(PlanEvent.class));
    }

    @Test
    void theRateMustBeReached() {
        gate("operations-per-second", Result.UNKNOWN, "4210526", world -> limit(world, 4_210_527, 1_000));
        gate("operations-per-second", Result.PASS, "4210526", world -> limit(world, 4_210_526, 1_000));
        gate("operations-per-second", Result.UNKNOWN, "not known", world -> world.operations.clear());
        gate(
                "operations-per-second",
                Result.UNKNOWN,
                "not known",
                world -> world.damage.put(EvidencePart.JOURNAL, "torn"));
    }

    @Test
    void anInjectorThatWasLateIsUnknown() {
        gate("injector", Result.PASS, "kept its plan", world -> world.injector = World.health(250));
        gate("injector", Result.UNKNOWN, "p99 251 ms", world -> world.injector = World.health(251));
        gate("injector", Result.UNKNOWN, "not known", world -> world.injector = null);
    }

    @Test
    void anInjectorThatDoesNotSayHowLateItWasIsSaidToBeSo() {
        gate("injector", Result.PASS, "does not say how late it was", world -> world.injector = World.health(null));
    }

    @Test
    void aRollbackMustBeFastEnough() {
        gate("rollback-within", Result.PASS, "1000 ms", world -> rollbacks(world, 1_000));
        gate("rollback-within", Result.FAIL, "1001 ms", world -> rollbacks(world, 1_001));
        gate("rollback-within", Result.UNKNOWN, "no rollback was declared", GatesTest::rollbacks);
    }

    @Test
    void everyRollbackIsHeldAgainstItsLimit() {
        World world = TinyWorlds.good();
        rollbacks(world, 900, 5_000);
        assertThat(Judge.judge(world.evidence()).gates())
                .filteredOn(gate -> gate.gate().equals("rollback-within"))
                .extracting(VerdictReport.Gate::result)
                .containsExactly(Result.PASS, Result.FAIL);
    }

    @Test
    void moreUnknownOutcomesThanAllowedFail() {
        gate(
                "unknown-outcomes",
                Result.FAIL,
                "3",
                world -> world.operation(22, World.PLACE, 8, Outcome.UNKNOWN, 4_000, 5_000));
        gate("unknown-outcomes", Result.UNKNOWN, "no operation", world -> world.operations.clear());
        gate(
                "unknown-outcomes",
                Result.UNKNOWN,
                "no operation",
                world -> world.obligations = World.obligations(
                        List.of(), false, new Limits(0.5, 1, 1_000, 250, 0, new TreeMap<>(Map.of("gone", 0L)))));
    }

    @Test
    void aDeadLetterFails() {
        gate("dead-letters", Result.FAIL, "1", world -> world.deadLetters = 1);
        gate("dead-letters", Result.UNKNOWN, "not read", world -> world.damage.put(EvidencePart.DEAD_LETTERS, "torn"));
    }

    @Test
    void everyComparisonMustBeEqualAndAccountedFor() {
        gate("comparisons", Result.FAIL, "1 of 90 different", world -> compared(world, 100, 90, 1));
        gate("comparisons", Result.FAIL, "0 of 90 different", world -> compared(world, 101, 90, 0));
        gate("comparisons", Result.UNKNOWN, "0 of 0 different", world -> compared(world, 10, 0, 0));
        gate("comparisons", Result.UNKNOWN, "not known", world -> world.comparisons = null);
    }

    @Test
    void aPlanThatComparesNothingHasNoGateForIt() {
        World world = TinyWorlds.whole();
        Owes owes = Owes.like(world.obligations);
        owes.compared = List.of();
        world.obligations = owes.made();
        compared(world, 101, 90, 1);
        assertThat(Judge.judge(world.evidence()).verdict()).isEqualTo(Verdict.GO);
    }

    private static VerdictReport.Gate gate(String name, Result result, String value, Consumer<World> change) {
        World world = TinyWorlds.good();
        change.accept(world);
        VerdictReport.Gate gate = Judge.judge(world.evidence()).gates().stream()
                .filter(one -> one.gate().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(gate.result()).as(gate.toString()).isEqualTo(result);
        assertThat(gate.value()).contains(value);
        return gate;
    }

    private static void endedEarly(World world, boolean loadAlive) {
        world.without(PlanEvent.class).event(8, new PlanEvent.EndedEarly("the bridge refused", loadAlive));
    }

    private static void rollbacks(World world, double... tookMs) {
        world.without(RoutingEvent.Effective.class);
        for (double one : tookMs) {
            world.event(7, new RoutingEvent.Effective(RoutingMode.OLD, 0, 5L, one, true, List.of()));
        }
    }

    private static void limit(World world, double operationsPerSecond, double rollbackWithinMs) {
        world.obligations = World.obligations(
                List.of(), false, new Limits(operationsPerSecond, 1, rollbackWithinMs, 250, 0, new TreeMap<>()));
    }

    private static void compared(World world, long eligible, long compared, long different) {
        world.comparisons = new Comparisons(
                eligible,
                compared,
                compared - different,
                different,
                new TreeMap<>(Map.of("version", 10L)),
                new TreeMap<>());
    }

    private static Sample sample(String phase, double busy) {
        return new Sample(phase, 1, 0, 0, null, null, new Sample.Lag(null, null), busy, null);
    }
}
