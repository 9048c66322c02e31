package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.INVOKED;
import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.hazard.Hazards;
import dev.cutover.judge.hazard.Touched;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.VerdictReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to have occurred: on the edge of an interval it did not, one step inside it did. */
class HazardsTest {

    @ParameterizedTest
    @CsvSource({"100, 150, OK, 0", "101, 199, OK, 1", "150, 200, OK, 0", "101, 199, UNKNOWN, 0", "50, 250, OK, 0"})
    void aWriteInsideTheCopyIsAllInside(long invokedNs, long endedNs, Outcome outcome, long expected) {
        World world = copy().operation(1, World.PLACE, 7, outcome, invokedNs, endedNs);
        world.operation(2, World.READ, 7, OK, 120, 130);
        assertThat(seen(world, Hazard.WRITE_INSIDE_THE_COPY)).isEqualTo(expected);
        assertThat(seen(world.without(StepEvent.Ended.class), Hazard.WRITE_INSIDE_THE_COPY))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"50, 100, 0", "50, 101, 1", "199, 300, 1", "200, 300, 0"})
    void aFaultInsideTheCopyIsThereWhileItRuns(long injectedNs, long healedNs, long expected) {
        assertThat(seen(fault(copy(), injectedNs, healedNs), Hazard.FAULT_INSIDE_THE_COPY))
                .isEqualTo(expected);
        assertThat(seen(
                        fault(copy(), injectedNs, healedNs).without(FaultEvent.Verified.class),
                        Hazard.FAULT_INSIDE_THE_COPY))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"99, 100, 0", "99, 101, 1", "100, 101, 0", "100, 102, 1", "101, 102, 0", "50, 500, 1"})
    void whatIsInFlightAtAMoveSpansAnInstantOfIt(long invokedNs, long endedNs, long expected) {
        World world = moving(RoutingMode.NEW).operation(1, World.READ, 7, UNKNOWN, invokedNs, endedNs);
        world.operation(2, World.PLACE, 7, INVOKED, 50, Long.MAX_VALUE);
        assertThat(seen(world, Hazard.IN_FLIGHT_AT_A_MOVE)).isEqualTo(expected);
        assertThat(seen(world, Hazard.RETRY_ACROSS_A_MOVE)).isZero();
        world.operations.replaceAll(o -> TinyWorlds.attempts(o, 2));
        assertThat(seen(world, Hazard.RETRY_ACROSS_A_MOVE)).isEqualTo(expected);
    }

    @Test
    void onlyAnotherShareOnNewIsAMove() {
        for (RoutingMode mode : List.of(RoutingMode.OLD, RoutingMode.DUAL)) {
            World world = moving(mode).operation(1, World.READ, 7, OK, 50, 500);
            assertThat(seen(world, Hazard.IN_FLIGHT_AT_A_MOVE)).isZero();
        }
        World again = moving(RoutingMode.NEW).routing(200, RoutingMode.NEW, 1).routing(300, RoutingMode.OLD, 0);
        again.operation(1, World.READ, 7, OK, 150, 250).operation(2, World.READ, 7, OK, 250, 350);
        assertThat(seen(again, Hazard.IN_FLIGHT_AT_A_MOVE)).isEqualTo(1);
    }

    @Test
    void aMoveThatIsRefusedIsOneAndOneWithoutAnAnswerIsNone() {
        World world = new World()
                .without(RoutingEvent.class)
                .event(100, new RoutingEvent.Requested(RoutingMode.NEW, 1, false))
                .operation(1, World.READ, 7, OK, 50, 500);
        assertThat(seen(world, Hazard.IN_FLIGHT_AT_A_MOVE)).isZero();
        world.event(600, new RoutingEvent.Refused(RoutingMode.NEW, 1, "too slow"));
        assertThat(seen(world, Hazard.IN_FLIGHT_AT_A_MOVE)).isEqualTo(1);
        world.routing(700, RoutingMode.NEW, 1).operation(2, World.READ, 7, OK, 650, 750);
        assertThat(seen(world, Hazard.IN_FLIGHT_AT_A_MOVE)).as("asked again").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"50, 100, 0", "50, 101, 1", "100, 300, 1", "101, 300, 0"})
    void aFaultDuringAMoveIsThereBeforeItsAnswer(long injectedNs, long healedNs, long expected) {
        assertThat(seen(fault(moving(RoutingMode.NEW), injectedNs, healedNs), Hazard.FAULT_DURING_A_MOVE))
                .isEqualTo(expected);
    }

    @Test
    void whatClientsNeverHeardOfIsLookedUp() {
        assertThat(seen(TinyWorlds.good(), Hazard.ACKNOWLEDGEMENT_LOST)).isEqualTo(1);
        assertThat(seen(TinyWorlds.good(), Hazard.REQUEST_LOST)).isEqualTo(1);
        World read = TinyWorlds.good().operation(99, World.READ, 7, UNKNOWN, 1, 2);
        assertThat(seen(read, Hazard.REQUEST_LOST)).isEqualTo(1);
    }

    @Test
    void nothingIsLostBeforeAllHasComeToRest() {
        assertThat(seen(TinyWorlds.good().without(SentinelEvent.class), Hazard.REQUEST_LOST))
                .isNull();
        World torn = TinyWorlds.good();
        torn.dump("new-final").complete = false;
        assertThat(seen(torn, Hazard.REQUEST_LOST)).isNull();
        assertThat(seen(torn, Hazard.ACKNOWLEDGEMENT_LOST)).isEqualTo(1);
    }

    @Test
    void aRowThatADeleteMayHaveTakenIsNotLost() {
        World world = TinyWorlds.good();
        world.kinds = List.of(
                World.KINDS.get(0),
                World.KINDS.get(1),
                World.KINDS.get(2),
                new Manifest.Kind("delete-order", Role.DELETE, "place-order"));
        assertThat(seen(world, Hazard.REQUEST_LOST)).isZero();
        Owes owes = Owes.like(world.obligations);
        owes.both(Owes.reads("ledger", true, "place-order", "pay-order", "delete-order"));
        world.obligations = owes.made();
        assertThat(seen(world, Hazard.REQUEST_LOST)).isEqualTo(1);
    }

    @Test
    void writesAreCountedByWhatTheirClientsWereTold() {
        World world = TinyWorlds.good();
        assertThat(seen(world, Hazard.WRITE_REFUSED)).isEqualTo(1);
        assertThat(seen(world, Hazard.ASKED_AGAIN)).isZero();
        world.operations.replaceAll(o -> TinyWorlds.attempts(o, 2));
        assertThat(seen(world, Hazard.ASKED_AGAIN)).as("11, 12, 13 and 21").isEqualTo(4);
        world.operation(98, World.READ, 7, REFUSED, 1, 2);
        assertThat(seen(world, Hazard.WRITE_REFUSED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 300, 7, 0",
        "199, 300, 7, 1",
        "120, 130, 7, 1",
        "100, 200, 7, 1",
        "150, 150, 7, 0",
        "120, 130, 8, 0"
    })
    void writesOfAKeyAreTogetherIfTheyOverlap(long invokedNs, long endedNs, int key, long expected) {
        World world = new World()
                .operation(1, World.PLACE, 7, UNKNOWN, 100, 200)
                .operation(2, World.PAY, key, OK, invokedNs, endedNs)
                .operation(3, World.READ, 7, OK, 100, 200)
                .operation(4, World.PLACE, 7, INVOKED, 50, Long.MAX_VALUE);
        assertThat(seen(world, Hazard.CONCURRENT_ON_A_KEY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 100, OK, 0",
        "50, 101, OK, 1",
        "199, 300, OK, 1",
        "200, 300, OK, 0",
        "120, 130, OK, 1",
        "50, 300, OK, 1",
        "100, 100, OK, 0",
        "120, 130, UNKNOWN, 0"
    })
    void aReadIsBesideAWriteIfTheyOverlap(long invokedNs, long endedNs, Outcome outcome, long expected) {
        World world = new World()
                .operation(1, World.PLACE, 7, REFUSED, 100, 200)
                .operation(2, World.READ, 7, outcome, invokedNs, endedNs)
                .operation(3, World.READ, 8, OK, 100, 200);
        assertThat(seen(world, Hazard.READ_BESIDE_A_WRITE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50, 100, OK, 0", "50, 101, OK, 1", "199, 300, UNKNOWN, 1", "200, 300, OK, 0", "50, 300, REFUSED, 1"})
    void aFaultTouchesWhatIsUnderWay(long invokedNs, long endedNs, Outcome outcome, long expected) {
        World world = fault(new World(), 100, 200).operation(1, World.READ, 7, outcome, invokedNs, endedNs);
        assertThat(touched(world)).isEqualTo(expected);
        world.operation(2, World.READ, 7, INVOKED, 50, Long.MAX_VALUE);
        assertThat(touched(world)).as("nobody knows how long").isEqualTo(expected);
        world.operation(3, World.READ, 7, INVOKED, 150, Long.MAX_VALUE);
        assertThat(touched(world)).isEqualTo(expected + 1);
        assertThat(touched(world.without(FaultEvent.Healed.class))).isNull();
    }

    @Test
    void withoutTheJournalOrTheEventsNothingIsCounted() {
        for (EvidencePart part : List.of(EvidencePart.JOURNAL, EvidencePart.EVENTS)) {
            World world = TinyWorlds.good();
            world.damage.put(part, "torn");
            assertThat(Hazards.of(new Facts(world.evidence())))
                    .hasSize(Hazard.values().length)
                    .extracting(VerdictReport.Occurred::seen)
                    .containsOnlyNulls();
        }
    }

    static @Nullable Long seen(World world, Hazard hazard) {
        return Hazards.of(new Facts(world.evidence())).stream()
                .filter(one -> one.hazard() == hazard)
                .findFirst()
                .orElseThrow()
                .seen();
    }

    private static @Nullable Long touched(World world) {
        return Touched.faults(new Facts(world.evidence())).getFirst().touched();
    }

    private static World copy() {
        return new World()
                .event(100, new StepEvent.Began(Step.BOOTSTRAP))
                .event(150, new StepEvent.Ended(Step.LOAD, 1, ""))
                .event(200, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
    }

    /** Asked for at 100, in force at 101. */
    private static World moving(RoutingMode mode) {
        return new World().without(RoutingEvent.class).routing(100, mode, mode == RoutingMode.NEW ? 1 : 0);
    }

    static World fault(World world, long injectedNs, long healedNs) {
        return world.event(injectedNs, new FaultEvent.Injected("f", "kill", "sync", "only"))
                .event(injectedNs, new FaultEvent.Verified("f", "kill", "sync", "only", "it is gone"))
                .event(healedNs, new FaultEvent.Healed("f", "kill", "sync", "only", null));
    }
}
