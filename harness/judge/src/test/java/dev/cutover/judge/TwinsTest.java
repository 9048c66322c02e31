package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.INVOKED;
import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each checker's smallest broken twin of the good world, and odd-looking twins that are right. */
class TwinsTest {

    private static void fails(String checker, String saying, Consumer<World> breakIt) {
        World world = TinyWorlds.good();
        breakIt.accept(world);
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.FAIL);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples())
                .isNotEmpty()
                .noneMatch(example -> example.details().isEmpty());
    }

    private static void staysRight(Consumer<World> change) {
        World world = TinyWorlds.good();
        change.accept(world);
        assertThat(world.findings())
                .allSatisfy((checker, finding) ->
                        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.PASS));
    }

    private static void unknown(String checker, String saying, Consumer<World> change) {
        World world = TinyWorlds.good();
        change.accept(world);
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains(saying);
    }

    @Test
    void loss() {
        fails(
                "no-acknowledged-loss",
                "operation 21 was acknowledged, but new has lost it",
                world -> world.dump("new-final").ledger.removeLast());
        staysRight(world -> world.dumps.values().forEach(dump -> dump.ledger.removeIf(e -> e.operation() == 15)));
        unknown("no-acknowledged-loss", "quiescence is not proven (old-to-new)", world -> {
            world.event(10, new SentinelEvent("old-to-new", false, 1, "it was not there in time"));
            world.dump("new-final").ledger.removeLast();
        });
    }

    @Test
    void duplicate() {
        fails(
                "no-duplicate",
                "operation 12 is 2 times in the ledger of old-final",
                world -> world.dump("old-final").row(7, 5, 12));
        fails(
                "no-duplicate",
                "operation 15 is 2 times",
                world -> world.dump("new-final").row(7, 5, 15));
        fails(
                "no-duplicate",
                "order 900 had its effect twice, by operations 13 and 18",
                world -> world.operation(18, World.PAY, 7, OK, 3_000, 4_000).charge(3_500, 18, 900, "new"));
        staysRight(world -> world.charge(450, 13, 900, "old"));
    }

    @Test
    void phantom() {
        fails(
                "no-phantom",
                "operation 99 was never invoked",
                world -> world.dump("old-final").row(9, 1, 99));
        fails("no-phantom", "operation 14 was refused", world -> world.everywhere(7, 5, 14));
        fails("no-phantom", "operation 17 only reads", world -> world.everywhere(7, 5, 17));
        fails("no-phantom", "operation 16 belongs to key 7", world -> world.everywhere(8, 2, 16));
        staysRight(world -> world.everywhere(5, 1, 0));
    }

    @Test
    void order() {
        fails("order-per-key", "operation 11 had returned before operation 12 was invoked", world -> {
            var ledger = world.dump("old-final").ledger;
            ledger.set(0, new Dump.Entry(7, 1, 12));
            ledger.set(1, new Dump.Entry(7, 2, 11));
        });
        fails(
                "order-per-key",
                "key 7 goes from version 1 to 3",
                world -> world.dump("new-final").ledger.remove(1));
        fails(
                "order-per-key",
                "key 8 goes from version 0 to 2",
                world -> world.dump("new-final").ledger.set(4, new Dump.Entry(8, 2, 21)));
        staysRight(world -> {
            // 12 and 13 overlap, so either may come first.
            world.answer(13, ServedBy.NEW, 2).answer(12, ServedBy.NEW, 3);
            world.dumps.values().forEach(dump -> {
                dump.ledger.set(1, new Dump.Entry(7, 2, 13));
                dump.ledger.set(2, new Dump.Entry(7, 3, 12));
            });
        });
    }

    @Test
    void anUnknownOperationBindsWhatReturnedBeforeItWasInvoked() {
        fails("order-per-key", "operation 13 had returned before operation 15 was invoked", world -> {
            var ledger = world.dump("old-final").ledger;
            ledger.set(1, new Dump.Entry(7, 2, 15));
            ledger.set(3, new Dump.Entry(7, 4, 12));
        });
    }

    @Test
    void agreement() {
        fails(
                "agreement",
                "order 900 differs: old has paid 100; new has open 100",
                world -> world.dump("new-final").orders.put("900", "open 100"));
        fails(
                "agreement",
                "order 901 differs: old has nothing; new has open 50",
                world -> world.dump("old-final").orders.remove("901"));
        fails(
                "agreement",
                "the ledger of key 7 differs at row 4",
                world -> world.dump("old-final").ledger.remove(3));
        fails("agreement", "new has version 2 by operation 13", world -> {
            world.dump("new-final").ledger.set(1, new Dump.Entry(7, 2, 13));
            world.dump("new-final").ledger.set(2, new Dump.Entry(7, 3, 12));
        });
        unknown("agreement", "quiescence is not proven (old-to-new)", world -> {
            world.without(SentinelEvent.class);
            world.dump("old-final").orders.clear();
        });
        staysRight(world -> Collections.swap(world.dump("new-final").ledger, 3, 4));
    }

    @Test
    void updates() {
        fails(
                "no-update-lost",
                "the update of price S1 to 100 at 2 was acknowledged, but new has 100 at 1",
                world -> world.dump("new-final").prices.put("S1", World.price(1)));
        fails(
                "no-update-lost",
                "but old has nothing",
                world -> world.dump("old-final").prices.clear());
        fails("no-update-lost", "the update of price S2 to 100 at 4", world -> world.update("S2", 4, true));
        staysRight(world -> {
            world.dump("old-final").prices.put("S1", World.price(3));
            world.dump("new-final").prices.put("S1", World.price(3));
        });
        staysRight(world -> world.update("S2", 4, false));
        unknown("no-update-lost", "updates.jsonl: torn", world -> world.damage.put(EvidencePart.UPDATES, "torn"));
        unknown("no-update-lost", "quiescence is not proven", world -> {
            world.without(SentinelEvent.class);
            world.dump("new-final").prices.clear();
        });
    }

    @Test
    void sideEffects() {
        fails("side-effects", "operation 13 was acknowledged but never had its effect", world -> world.effects.clear());
        fails(
                "side-effects",
                "belongs to no operation of this run that may cause it",
                world -> world.charge(500, 77, 901, "old"));
        fails(
                "side-effects",
                "belongs to no operation of this run that may cause it",
                world -> world.charge(500, 12, 901, "old"));
        fails(
                "side-effects",
                "belongs to no operation of this run that may cause it",
                world -> world.effects.add(new EffectCall(500, 0, "hash-of-payload", "old", "order 900", "100", 201)));
        fails(
                "side-effects",
                "by the new system before any key was routed to it",
                world -> world.charge(1, 13, 900, "new"));
        fails(
                "side-effects",
                "has the key of an earlier one for order 900 over 100",
                world -> world.charge(500, 13, 901, "new"));
        fails(
                "side-effects",
                "operation 18 was refused but had its effect",
                world ->
                        world.operation(18, World.PAY, 7, REFUSED, 3_000, 4_000).charge(3_500, 18, 901, "new"));
        unknown("side-effects", "record of effects: torn", world -> {
            world.effects.clear();
            world.damage.put(EvidencePart.EFFECTS, "torn");
        });
    }

    @Test
    void paymentsOfUnknownOutcomeAccuseNobody() {
        staysRight(world -> world.operation(18, World.PAY, 8, INVOKED, 3_000, Long.MAX_VALUE)
                .charge(3_500, 18, 901, "new")
                .charge(3_600, 18, 901, "old"));
        staysRight(world -> world.operation(18, World.PAY, 8, INVOKED, 3_000, Long.MAX_VALUE));
    }

    @Test
    void rollback() {
        fails(
                "rollback-complete",
                "operation 13 was acknowledged before the rollback was declared complete",
                world -> world.dump("old-rollback").ledger.removeLast());
        // Read at the very instant of the acknowledgement: which came first is not known.
        staysRight(world -> {
            world.dump("old-rollback").invokedNs = 500;
            world.dump("old-rollback").ledger.removeLast();
        });
        unknown("rollback-complete", "declares 1 rollback, but", world -> world.dumps.remove("old-rollback"));
    }

    @Test
    void everyRollbackIsJudged() {
        fails("rollback-complete", "is not in old-rollback-2", world -> world.dump("old-rollback-2").invokedNs = 5_000);
    }

    @Test
    void conservation() {
        fails(
                "conservation",
                "-1 came from nowhere",
                world -> world.dump("new-final").credit(999));
        unknown(
                "conservation",
                "in the dump old-rollback the total credit-cents is NULL, or not there",
                world -> world.dump("old-rollback").totals.clear());
        unknown("conservation", "was NULL, or not summed up, after seeding", world -> world.initialTotals.clear());
    }
}
