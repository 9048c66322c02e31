package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.BaselineGates;
import dev.cutover.judge.gate.BaselineLimits;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Three phases of ten seconds: old, half, new; the change to half takes half a second from second 10 on, that to new
 * from second 20 on.
 */
final class ThreePhases {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;
    private static final int PER_SECOND = 100;

    private ThreePhases() {}

    static World run(UnaryOperator<Operation> change) {
        return run(PER_SECOND, change);
    }

    static World run(int perSecond, UnaryOperator<Operation> change) {
        World world = new World();
        world.phases = List.of("old-only", "half", "new-only");
        world.without(RoutingEvent.class);
        world.routing(1, RoutingMode.OLD, 0);
        for (int phase = 0; phase < 3; phase++) {
            String name = world.phases.get(phase);
            world.event(10L * phase * SECOND, new PhaseEvent.Began(name, phase));
            world.event((10L * phase + 10) * SECOND - 1, new PhaseEvent.Ended(name, phase));
        }
        change(world, 10 * SECOND, RoutingMode.SPLIT, 0.5);
        change(world, 20 * SECOND, RoutingMode.NEW, 1);
        Random random = new Random(1);
        for (int id = 1; id <= 30 * perSecond; id++) {
            world.operations.add(change.apply(operation(id, perSecond, random)));
        }
        return world;
    }

    private static void change(World world, long ns, RoutingMode mode, double newShare) {
        world.event(ns, new RoutingEvent.Requested(mode, newShare, false))
                .event(ns + SECOND / 2, new RoutingEvent.Effective(mode, newShare, 5L, 310.5, false, List.of()));
    }

    /** Mostly 10 to 40 ms, one in a hundred up to 350; a tenth of the payments are refused; a few keys are hot. */
    private static Operation operation(int id, int perSecond, Random random) {
        long invoked = id * (SECOND / perSecond);
        int kind = random.nextInt(3);
        int key = (int) (200 * Math.pow(random.nextDouble(), 3));
        long took = (random.nextInt(100) == 0 ? 350 : 10 + random.nextInt(30)) * MS;
        boolean refused = kind == World.PAY && random.nextInt(10) == 0;
        Operation o = Operation.of(id, kind, key, refused ? Outcome.REFUSED : Outcome.OK, invoked, invoked + took);
        return with(o, o.outcome(), took, 1, 0, Cause.NONE);
    }

    static Operation with(Operation o, Outcome outcome, long tookNs, int attempts, int mask, int cause) {
        int phase = (int) Math.min(2, o.invokedNs() / (10 * SECOND));
        return new Operation(
                o.id(),
                1,
                o.kind(),
                o.key(),
                outcome,
                o.invokedNs(),
                o.invokedNs() + tookNs,
                phase,
                phase,
                0,
                0,
                0,
                cause,
                attempts,
                mask);
    }

    static Operation slower(Operation o, long ns) {
        return with(o, o.outcome(), o.endedNs() - o.invokedNs() + ns, o.attempts(), o.faultMask(), o.cause());
    }

    static Operation lost(Operation o, int mask, int cause) {
        return with(o, Outcome.UNKNOWN, 4 * SECOND, 3, mask, cause);
    }

    static boolean at(Operation o, long fromSecond, long untilSecond) {
        return o.invokedNs() >= fromSecond * SECOND && o.invokedNs() < untilSecond * SECOND;
    }

    static Sample sample(double busy, double stolen) {
        return new Sample("half", 1, 0, 0, null, null, new Sample.Lag(null, null), busy, stolen);
    }

    static List<Gate> gates(World world) {
        return BaselineGates.of(new Facts(world.evidence()), BaselineLimits.DEFAULT);
    }

    static void allPass(World world) {
        assertThat(gates(world))
                .isNotEmpty()
                .allSatisfy(gate -> assertThat(gate.result()).as("%s", gate).isEqualTo(Result.PASS));
    }

    static void onlyFails(World world, String... wanted) {
        List<Gate> gates = gates(world);
        assertThat(gates)
                .filteredOn(gate -> gate.result() == Result.FAIL)
                .extracting(gate -> gate.gate() + " " + gate.phase())
                .as("%s", gates)
                .containsExactlyInAnyOrder(wanted);
    }
}
