package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static dev.cutover.record.journal.ServedBy.NEW;
import static dev.cutover.record.journal.ServedBy.OLD;

import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hand-written worlds: everything in them is right. Tests break one thing. */
final class TinyWorlds {
    private static final int READS = 100;

    private TinyWorlds() {}

    /**
     * Key 7: 11 before 12 before 13; 13 is a payment of order 900; 14 was refused; 15 is unknown and did happen; 16 is unknown and did not; 17 reads. New serves it.
     * Key 8: 21, on old. Of S1's updates the last is not known to have come out. The rollback was read at 1,000 ns, when 15 and 21 were not invoked yet.
     */
    static World good() {
        World world = new World()
                .operation(11, World.PLACE, 7, OK, 100, 200)
                .by(NEW, 1)
                .operation(12, World.PLACE, 7, OK, 300, 400)
                .by(NEW, 2)
                .operation(13, World.PAY, 7, OK, 350, 500)
                .by(NEW, 3)
                .operation(14, World.PLACE, 7, REFUSED, 600, 700)
                .by(NEW, 0)
                .operation(16, World.PLACE, 7, UNKNOWN, 650, 900)
                .operation(17, World.READ, 7, OK, 700, 800)
                .by(NEW, 3)
                .operation(15, World.PLACE, 7, UNKNOWN, 2_000, 3_000)
                .operation(21, World.PLACE, 8, OK, 2_000, 3_000)
                .by(OLD, 1)
                .everywhere(7, 1, 11)
                .everywhere(7, 2, 12)
                .everywhere(7, 3, 13)
                .charge(400, 13, 900, "new")
                .update("S1", 1, true)
                .update("S1", 2, true)
                .update("S1", 3, false);
        world.dump("old-rollback").invokedNs = 1_000;
        for (String system : new String[] {"old", "new"}) {
            Dump last = world.dump(system + "-final").row(7, 4, 15).row(8, 1, 21);
            last.orders.put("900", "paid 100");
            last.orders.put("901", "open 50");
            last.prices.put("S1", World.price(2));
        }
        return world;
    }

    /** The good world as the second phase of a plan, with as many reads in both as the gates against the baseline need: its verdict is GO. */
    static World whole() {
        World world = good();
        world.phases = List.of("old-only", "only");
        world.operations.replaceAll(o -> inPhase(1, o));
        for (int i = 1; i <= READS; i++) {
            world.operations.add(read(0, 1_000 + i, i - 1_000));
            world.operations.add(read(1, 2_000 + i, i + 4_000));
        }
        return world.event(-2_000, new PhaseEvent.Began("old-only", 0))
                .event(-1, new PhaseEvent.Ended("old-only", 0))
                .event(0, new PhaseEvent.Began("only", 1))
                .event(10_000, new PhaseEvent.Ended("only", 1));
    }

    private static Operation read(int phase, long id, long ns) {
        return inPhase(phase, World.answered(Operation.of(id, World.READ, 9, OK, ns, ns + 1), OLD.code(), 1));
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

    /** The same, sent so many times. */
    static Operation attempts(Operation o, int attempts) {
        return new Operation(
                o.id(),
                o.process(),
                o.kind(),
                o.key(),
                o.outcome(),
                o.invokedNs(),
                o.endedNs(),
                o.phaseInvoked(),
                o.phaseReturned(),
                o.servedBy(),
                o.subject(),
                o.version(),
                o.cause(),
                attempts,
                o.faultMask());
    }

    /** The bridge's account of compared answers, in which nothing is missing. */
    static void account(World world, long eligible, long compared, long different) {
        world.comparisons = new Comparisons(
                eligible,
                compared,
                compared - different,
                different,
                new TreeMap<>(Map.of("version", eligible - compared)),
                new TreeMap<>());
    }
}
