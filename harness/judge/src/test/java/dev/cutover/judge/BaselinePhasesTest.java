package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.allPass;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.gates;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.onlyFails;
import static dev.cutover.judge.ThreePhases.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which phase is the baseline, and which have enough operations to be held against it. */
class BaselinePhasesTest {

    private static List<String> phases(World world, String gate) {
        return gates(world).stream()
                .filter(one -> one.gate().equals(gate))
                .map(Gate::phase)
                .toList();
    }

    private static void unexamined(World world, String why) {
        assertThat(gates(world)).hasSize(5).allSatisfy(gate -> {
            assertThat(gate.result()).isEqualTo(Result.UNKNOWN);
            assertThat(gate.detail()).startsWith(why);
        });
    }

    /** Keys leave old in second 20 only, so the second phase is the baseline. */
    private static World leavesLate(UnaryOperator<Operation> change) {
        return run(change).without(RoutingEvent.class).routing(20 * SECOND, RoutingMode.NEW, 1);
    }

    /** Of the last phase nothing counts but the operations from one to another. */
    private static World only(long from, long until) {
        return run(o -> at(o, 20, 40) && (o.id() < from || o.id() > until) ? lost(o, 1, Cause.TIMEOUT) : o);
    }

    @Test
    void theLastPhaseBeforeKeysMayLeaveOldIsTheBaseline() {
        assertThat(phases(leavesLate(o -> o), "unknown-against-baseline")).containsExactly("half", "new-only");
    }

    @Test
    void aPhaseThatEndsAsKeysMayLeaveOldIsNone() {
        World world = run(o -> o);
        world.events.removeIf(entry -> entry.event().equals(new PhaseEvent.Ended("old-only", 0)));
        unexamined(world.event(10 * SECOND, new PhaseEvent.Ended("old-only", 0)), "no phase ended before");
    }

    @Test
    void aPhaseThatTheManifestDoesNotKnowIsNone() {
        World world = run(o -> o);
        world.phases = List.of("a", "b", "c");
        unexamined(world, "no phase ended before");
    }

    @Test
    void anOperationOfAPhaseThatTheManifestDoesNotKnowIsLeftOut() {
        allPass(run(o -> o.id() == 2_500 ? inPhase(3, o) : o));
    }

    private static Operation inPhase(int phase, Operation o) {
        return new Operation(
                o.id(),
                o.process(),
                o.kind(),
                o.key(),
                o.outcome(),
                o.invokedNs(),
                o.endedNs(),
                phase,
                phase,
                o.servedBy(),
                o.subject(),
                o.version(),
                o.cause(),
                o.attempts(),
                o.faultMask());
    }

    @Test
    void aHundredOperationsAreEnough() {
        for (String gate : List.of("p99-against-baseline", "unknown-against-baseline", "attempts-against-baseline")) {
            assertThat(phases(only(2_100, 2_199), gate)).as(gate).contains("new-only");
            assertThat(phases(only(2_101, 2_199), gate)).as(gate).doesNotContain("new-only");
        }
    }

    /** The change to new takes from 2,000 to 2,050. */
    @Test
    void whatBelongsToAChangeIsNotCountedAmongItsPhasesAnswers() {
        World world = only(2_000, 2_099);
        assertThat(phases(world, "unknown-against-baseline")).contains("new-only");
        assertThat(phases(world, "p99-against-baseline")).doesNotContain("new-only");
        assertThat(phases(world, "attempts-against-baseline")).doesNotContain("new-only");
    }

    @Test
    void aRunOfWhichFaultsExplainEverythingWasNotExamined() {
        unexamined(
                run(o -> at(o, 10, 40) ? lost(o, 1, Cause.TIMEOUT) : o),
                "no later phase has 100 operations that no fault explains");
    }

    @Test
    void aKeyIsWaitedForFromTheBaselineOn() {
        UnaryOperator<Operation> before = o -> o.key() == 17 && at(o, 0, 10) ? lost(o, 0, Cause.TIMEOUT) : o;
        allPass(leavesLate(before));
        UnaryOperator<Operation> during = o -> o.key() == 17 && at(o, 10, 20) ? lost(o, 0, Cause.TIMEOUT) : o;
        onlyFails(leavesLate(during), "longest-without-ok ");
    }

    /** Whoever refuses some and answers none of the others serves nobody; but a key may be one that is to be refused. */
    @Test
    void aRefusalServesNobody() {
        onlyFails(leavesLate(o -> o.key() == 5 ? notServed(o, o.kind() == World.PAY) : o), "longest-without-ok ");
        List<Gate> gates = gates(leavesLate(o -> o.key() == 1 ? notServed(o, o.id() % 3 != 0) : o));
        assertThat(gates)
                .filteredOn(gate -> gate.gate().equals("longest-without-ok"))
                .allMatch(gate -> gate.result() == Result.PASS);
    }

    private static Operation notServed(Operation o, boolean refused) {
        if (!at(o, 10, 20)) {
            return o;
        }
        return refused
                ? ThreePhases.with(o, Outcome.REFUSED, SECOND / 100, 1, 0, Cause.NONE)
                : lost(o, 0, Cause.TIMEOUT);
    }
}
