package dev.cutover.judge;

import static dev.cutover.judge.InBetween.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.TotalRead;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals that hold at every instant, as they were read while the run went on: new is filled at 50 ns, mode dual begins at 600 ns. */
class ConservationTest {

    @Test
    void aMomentaryDifferenceIsAccused() {
        World world = summedUp();
        read(world, "new", 700, 999);
        assertThat(finds(Result.FAIL, world).message())
                .contains("credit-cents in new was 999 for a moment in phase dual, but 1000 after seeding")
                .contains("-1 came from nowhere");
        World other = summedUp();
        read(other, "old", 10, 1_001);
        Finding old = finds(Result.FAIL, other);
        assertThat(old.message()).contains("credit-cents in old was 1001 for a moment, but");
        assertThat(old.examples().getFirst().details())
                .containsEntry("system", "old")
                .containsEntry("invokedNs", 10L);
    }

    @Test
    void everyTimeIsExamined() {
        World world = summedUp();
        long before = finds(Result.PASS, world).examined();
        read(world, "old", 10, 1_000);
        read(world, "new", 700, 1_000);
        assertThat(finds(Result.PASS, world).examined()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource({"new, 20, PASS", "new, 50, PASS", "new, 51, FAIL", "old, 20, FAIL"})
    void whatIsBeingFilledMayDiffer(String system, long ns, Result expected) {
        World world = summedUp();
        read(world, system, ns, 7);
        finds(expected, world);
    }

    @Test
    void whatIsFilledAgainMayDifferUntilThatHasEnded() {
        World world = summedUp();
        world.event(800, new StepEvent.Began(Step.BOOTSTRAP));
        read(world, "new", 799, 7);
        read(world, "new", 900, 7);
        finds(Result.PASS, world);
        world.event(900, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
        finds(Result.PASS, world);
        read(world, "new", 901, 7);
        finds(Result.FAIL, world);
    }

    @Test
    void whereThereIsNothingToFillItHoldsFromTheBeginning() {
        World world = summedUp();
        read(world, "new", 20, 7);
        Owes owes = Owes.like(world.obligations);
        owes.bootstrap = false;
        world.obligations = owes.made();
        finds(Result.FAIL, world);
    }

    @ParameterizedTest
    @CsvSource({"598, FAIL", "599, PASS", "650, PASS", "651, FAIL"})
    void aPlantedDifferenceIsNobodysFault(long ns, Result expected) {
        World world = canary();
        world.event(650, new CanaryEvent("dual", 1, 1, true, ""));
        read(world, "new", ns, 7);
        finds(expected, world);
    }

    @ParameterizedTest
    @CsvSource({"598, FAIL", "640, PASS", "2000, PASS"})
    void norIsOneThatWasNotTakenAway(long ns, Result expected) {
        World world = canary();
        read(world, "old", ns, 7);
        finds(expected, world);
    }

    @Test
    void aPlanThatDoesNotSayItOwesNothingInBetween() {
        World world = summedUp();
        read(world, "new", 700, 999);
        Owes owes = Owes.like(world.obligations);
        owes.reads.put("new", new Owes().of("new"));
        world.obligations = owes.made();
        finds(Result.PASS, world);
    }

    @Test
    void whatIsNotThereIsAGap() {
        World torn = summedUp();
        torn.damage.put(EvidencePart.TOTALS, "torn");
        assertThat(finds(Result.UNKNOWN, torn).message()).contains("the totals during the run: torn");
        World one = summedUp();
        one.totals.removeIf(read -> read.system().equals("new"));
        String gap = "credit-cents was never summed up in new while the run went on";
        assertThat(finds(Result.UNKNOWN, one).message()).contains(gap);
        one.totals.add(new TotalRead("new", World.CREDIT, 70, 71, null));
        assertThat(finds(Result.UNKNOWN, one).message()).contains(gap);
        World unseeded = summedUp();
        unseeded.initialTotals.clear();
        assertThat(finds(Result.UNKNOWN, unseeded).message()).contains("after seeding");
    }

    private static Finding finds(Result expected, World world) {
        Finding finding = world.finding("conservation");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        return finding;
    }

    private static World summedUp() {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.both(Owes.always(owes.of("old")));
        owes.bootstrap = true;
        world.obligations = owes.made();
        world.event(30, new StepEvent.Began(Step.BOOTSTRAP));
        world.event(50, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
        world.event(600, new PhaseEvent.Began("dual", 0));
        read(world, "old", 60, 1_000);
        read(world, "new", 60, 1_000);
        return world;
    }

    private static World canary() {
        World world = summedUp();
        Owes owes = Owes.like(world.obligations);
        owes.canaries = 1;
        world.obligations = owes.made();
        return world;
    }
}
