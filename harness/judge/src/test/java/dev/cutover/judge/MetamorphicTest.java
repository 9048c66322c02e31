package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Knowing less must never accuse more; and names and the clock's zero mean nothing. */
class MetamorphicTest {
    private static final int WORLDS = Integer.getInteger("cutover.worlds", 100_000) / 10;

    @Test
    void widerIntervalsNeverAccuse() {
        neverMore((o, random) -> o.outcome() == Outcome.INVOKED
                ? with(o, o.outcome(), o.invokedNs() - random.nextInt(4), o.endedNs(), o.process())
                : with(
                        o,
                        o.outcome(),
                        o.invokedNs() - random.nextInt(4),
                        o.endedNs() + random.nextInt(4),
                        o.process()));
    }

    @Test
    void forgettingAnAcknowledgementNeverAccuses() {
        neverMore((o, random) -> o.outcome() == Outcome.OK && random.nextBoolean()
                ? with(o, Outcome.UNKNOWN, o.invokedNs(), o.endedNs(), o.process())
                : o);
    }

    @Test
    void neverHearingOfTheEndNeverAccuses() {
        neverMore((o, random) ->
                random.nextBoolean() ? with(o, Outcome.INVOKED, o.invokedNs(), Long.MAX_VALUE, o.process()) : o);
    }

    @Test
    void processesAndTheClocksZeroMeanNothing() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = RandomWorld.arbitrary(seed);
            Map<String, Result> before = world.results();
            long shift = 1_000_003L * seed;
            world.operations.replaceAll(o -> with(
                    o,
                    o.outcome(),
                    o.invokedNs() + shift,
                    o.endedNs() == Long.MAX_VALUE ? Long.MAX_VALUE : o.endedNs() + shift,
                    100 - o.process()));
            world.dumps.values().forEach(dump -> dump.invokedNs += shift);
            world.events.replaceAll(e -> new LogEntry(e.seq(), e.ns() + shift, e.at(), e.event()));
            assertThat(world.results()).as("seed %d", seed).isEqualTo(before);
        }
    }

    private interface Change {
        Operation apply(Operation operation, Random random);
    }

    private static void neverMore(Change change) {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = RandomWorld.arbitrary(seed);
            Map<String, Finding> before = world.findings();
            Random random = new Random(seed);
            UnaryOperator<Operation> weaker = o -> change.apply(o, random);
            world.operations.replaceAll(weaker);
            Map<String, Finding> after = world.findings();
            before.forEach((checker, finding) -> {
                Finding weakened = Objects.requireNonNull(after.get(checker));
                if (!notWorse(finding, weakened)) {
                    assertThat(weakened).isEqualTo(finding);
                }
            });
        }
    }

    /** What passed still passes, unless nothing is left to be examined, which power says of every phase and kind, and routing of every epoch. */
    private static boolean notWorse(Finding before, Finding after) {
        boolean nothingLeft =
                after.examined() == 0 || List.of("power", "routing").contains(after.checker());
        return switch (before.result()) {
            case FAIL -> true;
            case UNKNOWN -> after.result() == Result.UNKNOWN;
            case PASS -> after.result() == Result.PASS || (after.result() == Result.UNKNOWN && nothingLeft);
        };
    }

    private static Operation with(Operation o, Outcome outcome, long invokedNs, long endedNs, int process) {
        return new Operation(
                o.id(),
                process,
                o.kind(),
                o.key(),
                outcome,
                invokedNs,
                endedNs,
                0,
                0,
                o.servedBy(),
                0,
                o.version(),
                0,
                o.attempts(),
                0);
    }
}
