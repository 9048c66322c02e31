package dev.cutover.simulation;

import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan plays, scaled: its phases with their routes, what its clients ask for by role, and what it owes.
 *
 * @param manifest of such a run
 * @param repeatable of each kind of operation of the manifest, whether a client may send it again
 * @param timeout how long a client waits for an answer, in nanoseconds
 * @param attempts how often a client sends what is repeatable
 */
public record Course(Manifest manifest, List<Phase> phases, List<Boolean> repeatable, long timeout, int attempts) {
    /** Of a plan's time: few operations in a second make a second long. */
    private static final double SCALE = 0.12;

    /** Acknowledged operations of each phase, and writes of the side that it is about. */
    static final int EXAMINED = 2;

    public Course {
        phases = List.copyOf(phases);
        repeatable = List.copyOf(repeatable);
    }

    /**
     * One phase; times in nanoseconds.
     *
     * @param route null if it changes none
     */
    public record Phase(
            String name, boolean bootstrap, @Nullable Route route, long routeAfter, boolean rollback, long hold) {}

    /** A routing that is asked for. */
    public record Route(RoutingMode mode, double newShare) {}

    /** That of a plan. */
    public static Course of(Plan plan, Manifest manifest) {
        LoadModel load = plan.load();
        return new Course(
                manifest,
                plan.phases().stream().map(Course::phase).toList(),
                load.operations().values().stream()
                        .map(operation -> operation.repeatable())
                        .toList(),
                load.timeout().toNanos(),
                load.attempts());
    }

    private static Phase phase(PhaseSpec spec) {
        return new Phase(
                spec.name(),
                spec.bootstrap(),
                spec.route()
                        .map(route -> new Route(route.mode(), route.newShare()))
                        .orElse(null),
                scaled(spec.routeAfter()),
                spec.rollback(),
                scaled(spec.hold()));
    }

    private static long scaled(Duration time) {
        return (long) (time.toNanos() * SCALE);
    }

    int phase(String name) {
        return phases.stream().map(Phase::name).toList().indexOf(name);
    }

    Manifest.Kind kind(int number) {
        return manifest.kinds().get(number);
    }

    /** The read that takes the place of what is not possible. */
    int read() {
        return kinds(Role.READ);
    }

    private int kinds(Role role) {
        for (int kind = 0; kind < manifest.kinds().size(); kind++) {
            if (kind(kind).role() == role) {
                return kind;
            }
        }
        return 0;
    }

    /** Whether a write of a kind is seen in a table of every system; where none is, whether it is a write at all. */
    boolean leavesARow(int number) {
        boolean any = manifest.kinds().stream().anyMatch(this::leavesARow);
        return any ? leavesARow(kind(number)) : kind(number).write();
    }

    private boolean leavesARow(Manifest.Kind kind) {
        return manifest.obligations().reads().values().stream()
                .noneMatch(reads -> reads.tablesOf(kind.name()).isEmpty());
    }

    /** What such a run says of itself before it begins. */
    Manifest manifest(long seed, List<String> faults) {
        return new Manifest(
                Manifest.SCHEMA,
                manifest.plan(),
                seed,
                "simulated",
                "simulation",
                "",
                "",
                manifest.clock(),
                manifest.machine(),
                manifest.versions(),
                manifest.kinds().stream().map(Course::uncompared).toList(),
                manifest.phases(),
                manifest.systems(),
                owes(manifest.obligations(), faults));
    }

    /** What a simulated read is answered has a version, and nothing besides. */
    private static Manifest.Kind uncompared(Manifest.Kind kind) {
        return new Manifest.Kind(kind.name(), kind.role(), kind.of());
    }

    /** What the plan owes, but for what is not simulated: published updates, compared answers, topics, totals between states, and hazards that a few operations need not meet. */
    private static Obligations owes(Obligations owed, List<String> faults) {
        Limits limits = new Limits(
                0,
                EXAMINED,
                owed.limits().rollbackWithinMs(),
                1_000,
                owed.limits().refused(),
                new TreeMap<>());
        SortedMap<String, Reads> reads = new TreeMap<>();
        owed.reads().forEach((system, read) -> reads.put(system, ofStates(read)));
        return new Obligations(
                reads,
                owed.rollbackSystem(),
                owed.rollbacks(),
                owed.bootstrap(),
                List.of(),
                0,
                owed.streams(),
                owed.effects(),
                new TreeMap<>(),
                null,
                false,
                owed.versions(),
                owed.servedBy(),
                owed.deadLetters(),
                faults,
                false,
                new TreeMap<>(),
                limits);
    }

    private static Reads ofStates(Reads read) {
        return new Reads(
                read.applied(),
                read.registers(),
                read.entities(),
                read.totals(),
                List.of(),
                read.invariants(),
                read.asked(),
                read.counted(),
                read.kept(),
                List.of());
    }
}
