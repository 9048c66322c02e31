package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.ComparisonGates;
import dev.cutover.judge.hazard.Hazards;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Knowing less must never accuse more; and names and the clock's zero mean nothing. For every checker, and for the gates of compared answers. */
class MetamorphicTest {
    private static final int WORLDS = Differential.worlds(30_000) / 10;
    private static final long FIRST_SEED = Differential.FIRST_SEED;

    /** Random worlds of a sort. */
    enum Worlds {
        ARBITRARY,
        ROLES,
        HELD,
        COMPARED,
        STREAMS,
        CONTENTS;

        World of(long seed) {
            return switch (this) {
                case ARBITRARY -> RandomWorld.arbitrary(seed);
                case ROLES -> RoleWorld.arbitrary(seed);
                case HELD -> HeldWorld.arbitrary(seed);
                case COMPARED -> ComparisonDifferentialTest.world(seed);
                case STREAMS -> StreamWorld.arbitrary(seed);
                case CONTENTS -> ContentWorld.arbitrary(seed);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void widerIntervalsNeverAccuse(Worlds worlds) {
        neverMore(worlds, (o, random) -> {
            long ended = o.outcome() == Outcome.INVOKED ? o.endedNs() : o.endedNs() + random.nextInt(4);
            return with(o, o.outcome(), o.invokedNs() - random.nextInt(4), ended);
        });
    }

    @ParameterizedTest
    @EnumSource
    void forgettingAnAcknowledgementNeverAccuses(Worlds worlds) {
        neverMore(
                worlds,
                (o, random) -> o.outcome() == Outcome.OK && random.nextBoolean()
                        ? with(o, Outcome.UNKNOWN, o.invokedNs(), o.endedNs())
                        : o);
    }

    @ParameterizedTest
    @EnumSource
    void neverHearingOfTheEndNeverAccuses(Worlds worlds) {
        neverMore(
                worlds,
                (o, random) -> random.nextBoolean() ? with(o, Outcome.INVOKED, o.invokedNs(), Long.MAX_VALUE) : o);
    }

    @ParameterizedTest
    @EnumSource
    void namesAndTheClocksZeroMeanNothing(Worlds worlds) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = worlds.of(seed);
            Map<String, Found> before = found(world);
            List<VerdictReport.Occurred> occurred = occurred(world);
            Renamed.in(world, 1_000_003L * seed);
            assertThat(found(world)).as("seed %d", seed).isEqualTo(before);
            assertThat(occurred(world)).as("seed %d", seed).isEqualTo(occurred);
        }
    }

    private interface Change {
        Operation apply(Operation operation, Random random);
    }

    /** What a checker or a gate found; a gate does not say how much it examined. */
    private record Found(Result result, long examined, long violations) {}

    private static Map<String, Found> found(World world) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Finding finding : world.findings().values()) {
            found.put(finding.checker(), new Found(finding.result(), finding.examined(), finding.violations()));
        }
        ComparisonGates.of(new Facts(world.evidence()))
                .forEach(gate -> found.put(gate.gate(), new Found(gate.result(), 1, 0)));
        return found;
    }

    private static List<VerdictReport.Occurred> occurred(World world) {
        return Hazards.of(new Facts(world.evidence()));
    }

    private static void neverMore(Worlds worlds, Change change) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = worlds.of(seed);
            Map<String, Found> before = found(world);
            Random random = new Random(seed);
            world.operations.replaceAll(o -> change.apply(o, random));
            Map<String, Found> after = found(world);
            for (Map.Entry<String, Found> one : before.entrySet()) {
                Found weakened = Objects.requireNonNull(after.get(one.getKey()));
                if (!notWorse(worlds, one.getKey(), one.getValue(), weakened)) {
                    assertThat(weakened).as("seed %d: %s", seed, one.getKey()).isEqualTo(one.getValue());
                }
            }
        }
    }

    /** What did not fail does not. Of arbitrary worlds, what passed still passes, unless nothing is left to be examined, which power says of every phase and kind, and routing of every epoch. */
    private static boolean notWorse(Worlds worlds, String checker, Found before, Found after) {
        boolean nothingLeft =
                after.examined() == 0 || List.of("power", "routing").contains(checker);
        boolean more = before.result() == Result.UNKNOWN && after.result() == Result.PASS;
        boolean less = before.result() == Result.PASS && after.result() == Result.UNKNOWN && !nothingLeft;
        boolean accused = before.result() != Result.FAIL && after.result() == Result.FAIL;
        return !accused && !(worlds == Worlds.ARBITRARY && (more || less));
    }

    private static Operation with(Operation o, Outcome outcome, long invokedNs, long endedNs) {
        return new Operation(
                o.id(),
                o.process(),
                o.kind(),
                o.key(),
                outcome,
                invokedNs,
                endedNs,
                o.phaseInvoked(),
                o.phaseReturned(),
                o.servedBy(),
                o.subject(),
                o.version(),
                o.cause(),
                o.attempts(),
                o.faultMask());
    }
}
