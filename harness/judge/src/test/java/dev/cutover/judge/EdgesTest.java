package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.INVOKED;
import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an accusation begins: on the edge nobody is accused, one step beyond it somebody is. */
class EdgesTest {

    @ParameterizedTest
    @CsvSource({"3000, PASS", "3001, FAIL"})
    void whatReturnedAsAnotherWasInvokedMayStandBehindIt(long invokedNs, Result expected) {
        World world = TinyWorlds.good().operation(18, World.PLACE, 8, OK, invokedNs, 4_000);
        for (String dump : List.of("old-final", "new-final")) {
            world.dump(dump).ledger.set(4, new Dump.Entry(8, 1, 18));
            world.dump(dump).row(8, 2, 21);
        }
        finds("order-per-key", expected, world);
    }

    /** Of whichever side has it. */
    @Test
    void anEntityThatDiffersNamesTheKeyThatItBelongsTo() {
        World world = TinyWorlds.good();
        world.dump("new-final").orders.put("o9", "only here");
        assertThat(finds("agreement", Result.FAIL, world).keys()).isEmpty();
        world.dump("new-final").owners.put("o9", 7L);
        assertThat(finds("agreement", Result.FAIL, world).keys()).containsExactly("7");
    }

    /** While its operation lived all keys were old's. */
    @ParameterizedTest
    @CsvSource({"old, 3500, PASS", "new, 3500, FAIL", "new, 4001, PASS", "'', 3500, PASS"})
    void whoHasNoKeyHasNoEffect(String caller, long ns, Result expected) {
        World world = TinyWorlds.good();
        world.routing(2_990, RoutingMode.OLD, 0).routing(4_001, RoutingMode.NEW, 1);
        for (String dump : List.of("old-final", "new-final")) {
            world.dump(dump).row(7, 4, 18);
        }
        world.operation(18, World.PAY, 7, OK, 3_000, 4_000).charge(3_400, 18, 901, "old");
        world.effects.add(new EffectCall(ns, 18, "18", caller, "order 901", "100", 201));
        finds("side-effects", expected, world);
    }

    @ParameterizedTest
    @CsvSource({"100.00, PASS", "1, FAIL", "much, UNKNOWN", "'\\N', UNKNOWN"})
    void anEffectIsOverWhatTheSystemsHoldOfIt(String held, Result expected) {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.reads.replaceAll((system, reads) -> Owes.charging(reads));
        world.obligations = owes.made();
        finds("side-effects", Result.UNKNOWN, world);
        finds("side-effects", expected, world.charged(13, held));
    }

    @ParameterizedTest
    @CsvSource({"OLD, FAIL", "DUAL, FAIL", "SPLIT, PASS", "NEW, PASS"})
    void newMayActOnceItIsAskedToServe(RoutingMode mode, Result expected) {
        World world = TinyWorlds.good().without(RoutingEvent.class);
        finds("side-effects", Result.FAIL, world);
        finds("side-effects", expected, world.event(400, new RoutingEvent.Requested(mode, 0.5, false)));
    }

    /** The first of all, too. */
    @Test
    void anEffectOfTheFirstOperationIsOne() {
        World world = TinyWorlds.good();
        world.operations.addFirst(Operation.of(10, World.PAY, 7, OK, 50, 60));
        world.effects.add(call(10, "order 901", "100", 201));
        finds("side-effects", Result.PASS, world);
        World twice = TinyWorlds.good();
        twice.operations.addFirst(Operation.of(10, World.PAY, 7, OK, 50, 60));
        twice.effects.add(call(10, "order 900", "100", 201));
        finds("no-duplicate", Result.FAIL, twice);
    }

    @Test
    void aRowOfTheFirstOperationCountsToo() {
        World twice = TinyWorlds.good();
        twice.dump("old-final").row(7, 5, 11);
        assertThat(finds("no-duplicate", Result.FAIL, twice).message()).contains("operation 11 is 2 times");
        World refused = TinyWorlds.good();
        refused.operations.addFirst(Operation.of(10, World.PLACE, 7, REFUSED, 50, 60));
        refused.dump("old-final").row(7, 5, 10);
        Finding phantom = finds("no-phantom", Result.FAIL, refused);
        assertThat(phantom.message()).contains("operation 10 was refused, but is in the ledger of old-final for key 7");
        assertThat(phantom.examples().getFirst().details()).containsEntry("kind", "place-order");
    }

    @Test
    void aRowWithoutAKeyIsToldWithoutOne() {
        World world = TinyWorlds.good();
        world.dump("old-final").known.remove(Ledger.Column.KEY);
        world.dump("old-final").row(7, 5, 999);
        assertThat(finds("no-phantom", Result.FAIL, world).message())
                .endsWith("operation 999 was never invoked, but is in the ledger of old-final");
    }

    @Test
    void anEffectThatWasRefusedIsNone() {
        World world = TinyWorlds.good();
        world.effects.set(0, call(13, "order 900", "100", 402));
        assertThat(finds("side-effects", Result.FAIL, world).message()).contains("13 was acknowledged but never had");
        World again = TinyWorlds.good().operation(18, World.PAY, 7, OK, 3_000, 4_000);
        again.effects.add(call(18, "order 900", "100", 402));
        finds("no-duplicate", Result.PASS, again);
    }

    @Test
    void oneKeyIsForOneAmount() {
        World world = TinyWorlds.good();
        world.effects.add(
                call(13, "order 900", Integer.toString(100), 201)); // as from a file, another text of the same letters
        finds("side-effects", Result.PASS, world);
        world.effects.add(call(13, "order 900", "101", 201));
        assertThat(finds("side-effects", Result.FAIL, world).message()).contains("for order 900 over 100");
    }

    @Test
    void whoeverIsNotIdempotentActsOnEachCall() {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.effects = Owes.charges(false);
        world.obligations = owes.made();
        world.effects.add(call(13, "order 900", "100", 500));
        finds("side-effects", Result.PASS, world);
        world.effects.add(call(13, "order 900", "100", 201));
        assertThat(finds("side-effects", Result.FAIL, world).message()).contains("operation 13 had its effect 2 times");
    }

    @Test
    void anEffectIsMissedOnlyAtRest() {
        World world = TinyWorlds.good().without(SentinelEvent.class);
        world.effects.clear();
        assertThat(finds("side-effects", Result.UNKNOWN, world).message()).contains("quiescence is not proven");
    }

    @Test
    void anEffectWithoutARecordIsAGap() {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.effects = new TreeMap<>();
        world.obligations = owes.made();
        assertThat(finds("side-effects", Result.UNKNOWN, world).message())
                .contains("no record of the effects of operation pay-order");
    }

    @Test
    void whatIsForNothingIsNotForTheSame() {
        World world = TinyWorlds.good().operation(18, World.PAY, 7, OK, 3_000, 4_000);
        world.effects.set(0, call(13, "", "", 201));
        world.effects.add(call(18, "", "", 201));
        finds("no-duplicate", Result.PASS, world);
    }

    @Test
    void onlyTwoAcknowledgedOperationsMakeAnEffectTwice() {
        finds(
                "no-duplicate",
                Result.PASS,
                TinyWorlds.good()
                        .operation(18, World.PAY, 7, INVOKED, 3_000, Long.MAX_VALUE)
                        .charge(3_500, 18, 900, "new")
                        .charge(3_600, 77, 900, "new"));
    }

    @Test
    void anOperationIsToldOncePerLedgerHoweverOftenItIsThere() {
        World world = TinyWorlds.good();
        world.dump("old-final").row(7, 5, 12).row(7, 6, 12);
        assertThat(finds("no-duplicate", Result.FAIL, world).violations()).isEqualTo(1);
    }

    @Test
    void oneSumHasManySpellings() {
        World world = TinyWorlds.good();
        world.dump("old-final").totals.put(World.CREDIT, new BigDecimal("1000.00"));
        finds("conservation", Result.PASS, world);
    }

    @Test
    void whatWasNotReadIsAGap() {
        World world = TinyWorlds.good();
        world.dump("new-final").unread.add("price");
        assertThat(finds("no-update-lost", Result.UNKNOWN, world).examined()).isEqualTo(1);
        assertThat(finds("agreement", Result.UNKNOWN, world).message()).contains("the dump new-final has no price");
        world.dumps.remove("new-final");
        assertThat(finds("agreement", Result.UNKNOWN, world).message())
                .contains("there are no two final states to compare");
    }

    @Test
    void aCounterExampleSaysWhereAndByHowMuch() {
        World world = TinyWorlds.good();
        world.dump("old-rollback").ledger.removeLast();
        assertThat(finds("rollback-complete", Result.FAIL, world)
                        .examples()
                        .getFirst()
                        .details())
                .containsEntry("dumpInvokedNs", 1_000L)
                .containsEntry("acknowledgedBeforeMs", 500 / 1e6);
        world.dump("old-final").ledger.remove(3);
        assertThat(finds("agreement", Result.FAIL, world).examples().getFirst().details())
                .containsEntry("position", 4)
                .containsEntry("key", "7");
    }

    private static EffectCall call(long operation, String subject, String amount, int status) {
        return new EffectCall(500, operation, Long.toString(operation), "old", subject, amount, status);
    }

    private static Finding finds(String checker, Result expected, World world) {
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        return finding;
    }
}
