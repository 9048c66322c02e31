package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.MS;
import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.UnknownOutcomes;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.run.Limits;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Phase half, from second 10 to 20, may have no unknown outcome. */
class UnknownOutcomesTest {

    @Test
    void eachIsOneTooMany() {
        assertThat(half(unanswered(o -> false))).isEqualTo(Result.PASS);
        assertThat(half(unanswered(o -> o.id() == 1_500))).isEqualTo(Result.FAIL);
        assertThat(half(unanswered(o -> at(o, 20, 25)))).isEqualTo(Result.PASS);
        Gate gate = gate(unanswered(o -> o.id() == 1_500 || o.id() == 1_600));
        assertThat(gate.value() + " of " + gate.detail()).isEqualTo("2 of 1000 operations");
    }

    @Test
    void whatAFaultOfTheNextPhaseHeldUpIsNotOfThisOne() {
        assertThat(half(unanswered(UnknownOutcomesTest::last))).isEqualTo(Result.FAIL);
        assertThat(half(frozen(unanswered(UnknownOutcomesTest::last), 20 * SECOND)))
                .isEqualTo(Result.PASS);
        assertThat(half(frozen(unanswered(UnknownOutcomesTest::last), 20 * SECOND - 1)))
                .as("as the phase ends")
                .isEqualTo(Result.PASS);
    }

    @Test
    void aFaultOfThePhaseItselfExplainsNothing() {
        assertThat(half(frozen(unanswered(UnknownOutcomesTest::last), 19 * SECOND)))
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aFaultThatCameLaterThanTheAnswerWasDueExplainsNothing() {
        assertThat(half(frozen(unanswered(o -> o.id() == 1_500), 20 * SECOND))).isEqualTo(Result.FAIL);
    }

    @Test
    void onAMachineWithoutTimeToSpareItIsNotKnown() {
        World world = unanswered(o -> o.id() == 1_500).event(16 * SECOND, sample(0.98, 0));
        assertThat(half(world)).isEqualTo(Result.UNKNOWN);
        World quiet = unanswered(o -> o.id() == 1_500)
                .event(13 * SECOND, sample(0.98, 0))
                .event(16 * SECOND, sample(0.97, 0));
        assertThat(half(quiet)).isEqualTo(Result.FAIL);
    }

    private static World unanswered(Predicate<Operation> those) {
        World world = ThreePhases.run(o -> those.test(o) ? lost(o, 0, Cause.TIMEOUT) : o);
        Owes owes = Owes.like(world.obligations);
        owes.limits = new Limits(0.5, 1, 1_000, 250, 0, new TreeMap<>(Map.of("half", 0L)));
        world.obligations = owes.made();
        return world;
    }

    private static boolean last(Operation o) {
        return o.invokedNs() > 20 * SECOND - 100 * MS && o.invokedNs() < 20 * SECOND;
    }

    private static World frozen(World world, long ns) {
        return world.event(ns, new FaultEvent.Intended("f", "freeze", "bridge->old", "any", 0, null))
                .event(ns + 2 * SECOND, new FaultEvent.Healed("f", "freeze", "bridge->old", "any", null));
    }

    private static Result half(World world) {
        return gate(world).result();
    }

    private static Gate gate(World world) {
        return UnknownOutcomes.of(new Facts(world.evidence())).getFirst();
    }
}
