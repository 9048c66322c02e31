package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.ComparisonGates;
import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Comparisons.OfOperation;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gates of compared answers against brute force, on random tiny worlds with bridges that tell any account of them. */
class ComparisonDifferentialTest {
    private static final int WORLDS = Differential.worlds(30_000);
    private static final long FIRST_SEED = Differential.FIRST_SEED;

    private final Map<String, Integer> occurred = new LinkedHashMap<>();

    @Test
    void gatesAgreeWithBruteForce() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = world(seed);
            for (Gate gate : ComparisonGates.of(new Facts(world.evidence()))) {
                Result expected = gate.gate().equals("canaries") ? canaries(world) : comparisons(world);
                if (gate.result() != expected) {
                    assertThat(gate)
                            .as("seed %d: brute force says %s", seed, expected)
                            .isNull();
                }
                occurred.merge(gate.gate() + " " + expected, 1, Integer::sum);
            }
        }
        // The comparison is worth something only where each of three answers of two gates occurs often.
        assertThat(occurred)
                .hasSize(6)
                .allSatisfy((answer, count) -> assertThat(count).as(answer).isGreaterThan(WORLDS / 50));
    }

    /** What old answers is compared more often than not. */
    static World world(long seed) {
        Random random = new Random(seed);
        World world = RandomWorld.arbitrary(seed);
        world.events.replaceAll(ComparisonDifferentialTest::dual);
        Owes owes = Owes.like(world.obligations);
        owes.canaries = 1 + random.nextInt(2);
        owes.compared = random.nextInt(4) > 0 ? owes.compared : List.of("pay-order");
        world.obligations = owes.made();
        for (int canaries = random.nextInt(3); canaries > 0; canaries--) {
            int asked = random.nextInt(4);
            int answered = random.nextInt(asked + 1);
            world.event(random.nextInt(12), new CanaryEvent("only", asked, answered, random.nextInt(4) > 0, ""));
        }
        if (random.nextBoolean()) {
            world.event(random.nextInt(12), new Observed("comparisons", 0, 1, true, ""));
        }
        if (random.nextInt(3) == 0) {
            String fault =
                    List.of("kill", "crash", "restart", "latency", "pause").get(random.nextInt(5));
            world.event(random.nextInt(12), new FaultEvent.Intended("only-1", fault, "bridge", "only", 0, null));
        }
        world.comparisons = random.nextInt(16) > 0 ? account(world, random) : null;
        return world;
    }

    private static LogEntry dual(LogEntry entry) {
        return entry.event() instanceof RoutingEvent.Effective effective && effective.mode() != RoutingMode.NEW
                ? new LogEntry(
                        entry.seq(),
                        entry.ns(),
                        entry.at(),
                        new RoutingEvent.Effective(RoutingMode.DUAL, 0, 1L, 1, false, List.of()))
                : entry;
    }

    private static Comparisons account(World world, Random random) {
        long eligible = Math.max(0, answered(world) + random.nextInt(4) - 1);
        long dropped = random.nextInt((int) eligible + 1);
        long compared = Math.max(0, eligible - dropped - random.nextInt(8) / 7);
        long different = Math.min(compared, random.nextInt(8) / 2);
        return new Comparisons(
                20 * eligible / (random.nextInt(6) > 0 ? 20 : 1),
                compared,
                compared - different,
                different,
                new TreeMap<>(Map.of("late", eligible > 0 ? dropped : 0)),
                random.nextInt(3) == 0 ? operations(world, random) : new TreeMap<>());
    }

    private static NavigableMap<String, OfOperation> operations(World world, Random random) {
        NavigableMap<String, OfOperation> operations = new TreeMap<>();
        for (Manifest.Kind kind : World.KINDS) {
            long eligible = Math.max(0, answered(world, kind.name()) + random.nextInt(8) - 1);
            if (eligible > 0 || random.nextBoolean()) {
                boolean many = random.nextInt(4) == 0;
                operations.put(
                        kind.name(), new OfOperation(eligible + (many ? 50 : 0), random.nextInt((int) eligible + 1)));
            }
        }
        return operations;
    }

    private static Result comparisons(World world) {
        Comparisons account = world.comparisons;
        if (account == null) {
            return Result.UNKNOWN;
        }
        long dropped =
                account.dropped().values().stream().mapToLong(many -> many).sum();
        long planted = canariesOf(world).stream().mapToLong(CanaryEvent::asked).sum();
        boolean more = account.different() > planted;
        boolean allKnown = canariesOf(world).size() >= world.obligations.canaries();
        boolean untrue = account.eligible() != account.compared() + dropped || (more && allKnown);
        boolean less = account.eligible() < answered(world) || lessOfOne(account, world);
        if (untrue || (less && !killed(world))) {
            return Result.FAIL;
        }
        boolean hardly =
                account.compared() == 0 || 10 * account.compared() < account.eligible() || hardlyOfOne(account, world);
        return more || less || hardly ? Result.UNKNOWN : Result.PASS;
    }

    private static boolean lessOfOne(Comparisons account, World world) {
        return !account.operations().isEmpty()
                && World.KINDS.stream()
                        .map(Manifest.Kind::name)
                        .anyMatch(name -> answered(world, name)
                                > account.operations()
                                        .getOrDefault(name, new OfOperation(0, 0))
                                        .eligible());
    }

    private static boolean hardlyOfOne(Comparisons account, World world) {
        return World.KINDS.stream()
                .map(Manifest.Kind::name)
                .filter(world.obligations.compared()::contains)
                .map(name -> account.operations().get(name))
                .anyMatch(of -> of != null && of.eligible() >= 50 && 10 * of.compared() < of.eligible());
    }

    private static Result canaries(World world) {
        List<CanaryEvent> all = canariesOf(world);
        if (all.stream().anyMatch(canary -> canary.answered() > 0 && !canary.reported())) {
            return Result.FAIL;
        }
        long seen = all.stream().filter(CanaryEvent::reported).count();
        return seen < world.obligations.canaries() ? Result.UNKNOWN : Result.PASS;
    }

    private static List<CanaryEvent> canariesOf(World world) {
        return world.evidence().events(CanaryEvent.class).toList();
    }

    private static long answered(World world) {
        return World.KINDS.stream()
                .mapToLong(kind -> answered(world, kind.name()))
                .sum();
    }

    /** Every operation is held against every stretch of mode dual. */
    private static long answered(World world, String kind) {
        return world.operations.stream()
                .filter(o -> World.KINDS.get(o.kind()).name().equals(kind))
                .filter(o -> world.obligations
                        .compared()
                        .contains(World.KINDS.get(o.kind()).name()))
                .filter(ComparisonDifferentialTest::byOld)
                .filter(o -> world.events.stream()
                        .anyMatch(entry ->
                                begins(entry) && o.invokedNs() > entry.ns() && o.endedNs() < until(world, entry)))
                .count();
    }

    private static boolean byOld(Operation o) {
        boolean signed = o.servedBy() == ServedBy.OLD.code();
        boolean unsigned = o.servedBy() == ServedBy.NOBODY.code();
        return o.outcome() == Outcome.OK ? signed || unsigned : o.outcome() == Outcome.REFUSED && signed;
    }

    private static boolean begins(LogEntry entry) {
        return entry.event() instanceof RoutingEvent.Effective effective && effective.mode() == RoutingMode.DUAL;
    }

    /** Nobody knows until when, if the next routing is in force without having been asked for. */
    private static long until(World world, LogEntry from) {
        LogEntry next = null;
        for (LogEntry entry : world.events) {
            boolean later = entry.event() instanceof RoutingEvent && entry.ns() > from.ns();
            next = later && (next == null || entry.ns() < next.ns()) ? entry : next;
        }
        return next == null ? Long.MAX_VALUE : next.event() instanceof RoutingEvent.Requested ? next.ns() : from.ns();
    }

    /** True if something was killed after the first answer could be compared and before the account was last read. */
    private static boolean killed(World world) {
        Long began = ends(world, true);
        Long read = ends(world, false);
        return world.events.stream()
                .filter(entry -> entry.event() instanceof FaultEvent.Intended kill
                        && !List.of("latency", "pause").contains(kill.fault()))
                .anyMatch(entry -> (began == null || entry.ns() > began) && (read == null || entry.ns() < read));
    }

    private static @Nullable Long ends(World world, boolean first) {
        List<Long> found = world.events.stream()
                .filter(entry -> first ? begins(entry) : entry.event() instanceof Observed)
                .map(LogEntry::ns)
                .sorted()
                .toList();
        return found.isEmpty() ? null : Objects.requireNonNull(first ? found.getFirst() : found.getLast());
    }
}
