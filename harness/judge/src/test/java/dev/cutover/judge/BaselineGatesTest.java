package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.MS;
import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.allPass;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.gates;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.onlyFails;
import static dev.cutover.judge.ThreePhases.run;
import static dev.cutover.judge.ThreePhases.slower;
import static dev.cutover.judge.ThreePhases.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is worse than in the baseline phase is seen, by its gate and by no other. */
class BaselineGatesTest {

    @Test
    void aSteadyRunPassesEveryGate() {
        World world = run(o -> o);
        allPass(world);
        assertThat(gates(world))
                .extracting(Gate::gate)
                .containsOnly(
                        "p99-against-baseline",
                        "unknown-against-baseline",
                        "refused-against-baseline",
                        "longest-without-ok",
                        "attempts-against-baseline");
    }

    @Test
    void aSecondMoreIsTooSlow() {
        onlyFails(run(o -> at(o, 10, 20) ? slower(o, SECOND) : o), "p99-against-baseline half");
        onlyFails(
                run(o -> slower(o, SECOND)),
                "p99-against-baseline old-only",
                "p99-against-baseline half",
                "p99-against-baseline new-only");
        onlyFails(run(o -> o.id() % 20 == 0 && at(o, 20, 30) ? slower(o, SECOND) : o), "p99-against-baseline new-only");
    }

    @Test
    void blackHolesAreSeen() {
        onlyFails(
                run(o -> at(o, 20, 30) && o.id() % 10 == 0 ? lost(o, 0, Cause.TIMEOUT) : o),
                "unknown-against-baseline new-only",
                "attempts-against-baseline new-only");
        assertThat(gates(run(o -> o.id() % 2 == 0 ? lost(o, 0, Cause.TIMEOUT) : o)))
                .filteredOn(gate -> gate.result() == Result.FAIL)
                .extracting(gate -> gate.gate() + " " + gate.phase())
                .contains("unknown-against-baseline old-only");
    }

    @Test
    void inventedRefusalsAreSeen() {
        onlyFails(
                run(o -> at(o, 10, 30) && o.kind() == World.READ && o.id() % 6 == 0
                        ? with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0)
                        : o),
                "refused-against-baseline half",
                "refused-against-baseline new-only",
                "refused-against-baseline ");
        allPass(run(o -> o.kind() == World.READ && o.id() % 6 == 0 ? with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0) : o));
    }

    /** Of writes of which a tenth is refused anyway, one in twenty more is lost among those of each kind and phase. */
    @Test
    void aFewInventedRefusalsAreSeenOverAllKindsTogether() {
        int writesPerSecond = 200;
        int perSecond = writesPerSecond * 3 / 2;
        UnaryOperator<Operation> usual = o -> o.kind() == World.PLACE && o.id() % 10 == 3 ? refused(o) : o;
        UnaryOperator<Operation> more = o -> o.kind() != World.READ && o.id() % 20 == 0 ? refused(o) : usual.apply(o);
        onlyFails(run(perSecond, o -> at(o, 10, 30) ? more.apply(o) : usual.apply(o)), "refused-against-baseline ");
        // Who always refused so much is not worse than before.
        allPass(run(perSecond, usual));
        allPass(run(perSecond, more));
    }

    private static Operation refused(Operation o) {
        return with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0);
    }

    @Test
    void triesOnceMore() {
        onlyFails(
                run(o -> at(o, 10, 20) && o.id() % 5 == 0 ? with(o, o.outcome(), 90 * MS, 2, 0, 0) : o),
                "attempts-against-baseline half");
    }

    @Test
    void aKeyThatIsNeverReleasedIsSeen() {
        UnaryOperator<Operation> stuck = o -> o.key() == 17 && at(o, 10, 30) ? lost(o, 0, Cause.TIMEOUT) : o;
        onlyFails(run(stuck), "longest-without-ok ");
        assertThat(gates(run(stuck)))
                .filteredOn(gate -> gate.gate().equals("longest-without-ok"))
                .singleElement()
                .satisfies(gate -> assertThat(gate.detail()).isEqualTo("key 17"));
        // Answered now and then, it is not stuck.
        allPass(run(o -> o.key() == 17 && at(o, 10, 30) && o.id() % 2 == 0 ? lost(o, 0, Cause.TIMEOUT) : o));
    }
}
