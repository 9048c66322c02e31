package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.hazard.Hazards;
import dev.cutover.judge.hazard.Touched;
import dev.cutover.record.dump.AskedText;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.verdict.VerdictReport;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often hazards occurred, against brute force by their definitions, on random tiny worlds. */
class HazardsDifferentialTest {
    private static final int WORLDS = Differential.worlds(4_000);

    private static final String LONG = "a".repeat(1_001);

    @Test
    void countsAgreeWithBruteForce() {
        SortedMap<Hazard, Integer> occurred = new TreeMap<>();
        int touched = 0;
        for (long seed = Differential.FIRST_SEED; seed < Differential.FIRST_SEED + WORLDS; seed++) {
            World world = world(seed);
            Facts facts = new Facts(world.evidence());
            HazardBruteForce truth = new HazardBruteForce(world, facts);
            for (VerdictReport.Occurred counted : Hazards.of(facts)) {
                Hazard hazard = counted.hazard();
                long expected = truth.count(hazard);
                assertThat(counted.seen())
                        .as("seed %d: %s", seed, hazard.text())
                        .isEqualTo(expected);
                occurred.merge(hazard, expected > 0 ? 1 : 0, Integer::sum);
            }
            assertThat(Touched.faults(facts).getFirst().touched())
                    .as("seed %d", seed)
                    .isEqualTo(truth.touched());
            touched += truth.touched() > 0 ? 1 : 0;
        }
        assertThat(occurred)
                .allSatisfy((hazard, often) ->
                        assertThat(often).as(hazard.text()).isBetween(WORLDS / 100, WORLDS - WORLDS / 100));
        assertThat(touched).isBetween(WORLDS / 100, WORLDS - WORLDS / 100);
    }

    private static World world(long seed) {
        World world = RandomWorld.arbitrary(seed);
        Random random = new Random(~seed);
        if (seed % 2 == 0) {
            thereAndBack(world, random);
        }
        for (int more = random.nextInt(12); more > 0; more--) {
            Outcome outcome = random.nextInt(4) == 0 ? Outcome.UNKNOWN : Outcome.OK;
            long invoked = random.nextInt(24);
            world.operation(100L + more, random.nextInt(3), 1 + random.nextInt(2), outcome, invoked, invoked + 2)
                    .by(random.nextBoolean() ? ServedBy.NEW : ServedBy.OLD, 1);
        }
        world.operations.replaceAll(o -> TinyWorlds.attempts(o, 1 + random.nextInt(2)));
        world.operations.forEach(o -> world.asked.put(o.id(), random.nextBoolean() ? "a" : AskedText.kept(LONG)));
        long from = random.nextInt(6);
        long until = from + random.nextInt(6);
        world.without(StepEvent.class)
                .event(from, new StepEvent.Began(Step.BOOTSTRAP))
                .event(until, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
        long injected = random.nextInt(12);
        return HazardsTest.fault(world, injected, injected + random.nextInt(4));
    }

    private static void thereAndBack(World world, Random random) {
        RoutingMode there = random.nextBoolean() ? RoutingMode.NEW : RoutingMode.SPLIT;
        RoutingMode back = random.nextBoolean() ? RoutingMode.DUAL : RoutingMode.OLD;
        world.without(RoutingEvent.class)
                .routing(0, RoutingMode.OLD, 0)
                .routing(8, there, 0.5)
                .routing(15, back, 0);
    }
}
