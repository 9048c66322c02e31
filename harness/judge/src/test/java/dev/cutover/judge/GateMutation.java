package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.MS;
import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.slower;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Comparisons.OfOperation;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Limits;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to break a run that passes every gate, each with the gate that must see it, and what it must say. */
record GateMutation(
        String name, String gate, Result expected, UnaryOperator<Operation> operations, Consumer<World> change) {

    static List<GateMutation> all() {
        return Stream.of(ofTheRun(), ofComparedAnswers(), ofAnswers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<GateMutation> ofTheRun() {
        return List.of(
                of(
                        "end early",
                        "plan-completed",
                        Result.FAIL,
                        world -> world.without(PlanEvent.class)
                                .event(31 * SECOND, new PlanEvent.EndedEarly("the bridge refused", true))),
                of("interrupt", "plan-completed", Result.UNKNOWN, world -> world.without(PlanEvent.class)),
                of(
                        "send too little",
                        "operations-per-second",
                        Result.UNKNOWN,
                        world -> world.operations.removeIf(o -> o.id() % 20 > 0)),
                of("send late", "injector", Result.UNKNOWN, world -> world.injector = World.health(2_000)),
                of("lose the injector", "injector", Result.UNKNOWN, world -> world.injector = null),
                of("roll back slowly", "rollback-within", Result.FAIL, world -> rolledBack(world, 1_001)),
                of(
                        "never roll back",
                        "rollback-within",
                        Result.UNKNOWN,
                        world -> world.events.removeIf(entry ->
                                entry.event() instanceof RoutingEvent.Effective effective && effective.rollback())),
                of("leave a dead letter", "dead-letters", Result.FAIL, world -> world.deadLetters = 1));
    }

    private static List<GateMutation> ofComparedAnswers() {
        return List.of(
                of(
                        "account for too little",
                        "comparisons",
                        Result.FAIL,
                        world -> TinyWorlds.account(world, 500, 450, 2)),
                of(
                        "compare nearly nothing",
                        "comparisons",
                        Result.UNKNOWN,
                        world -> TinyWorlds.account(world, 2_000, 190, 2)),
                of(
                        "lose some of the account",
                        "comparisons",
                        Result.FAIL,
                        world -> world.comparisons = new Comparisons(
                                2_000, 1_900, 1_898, 2, new TreeMap<>(Map.of("late", 99L)), new TreeMap<>())),
                of(
                        "account for too little of one operation",
                        "comparisons",
                        Result.FAIL,
                        world -> ofOperation(world, World.READ, 0, 0)),
                of(
                        "compare hardly anything of one operation",
                        "comparisons",
                        Result.UNKNOWN,
                        world -> ofOperation(world, World.READ, 2_000, 100)),
                of(
                        "report what nobody planted",
                        "comparisons",
                        Result.FAIL,
                        world -> TinyWorlds.account(world, 2_000, 1_900, 4)),
                of("lose the account", "comparisons", Result.UNKNOWN, world -> world.comparisons = null),
                of("overlook a canary", "canaries", Result.FAIL, world -> canary(world, 3, false)),
                of("answer a canary wrongly", "canaries", Result.UNKNOWN, world -> canary(world, 0, false)),
                of("plant none", "canaries", Result.UNKNOWN, world -> world.without(CanaryEvent.class)));
    }

    /** What the account says of one operation; of each other it says enough. */
    static void ofOperation(World world, int kind, long eligible, long compared) {
        Comparisons all = Objects.requireNonNull(world.comparisons);
        NavigableMap<String, OfOperation> operations = new TreeMap<>();
        world.kinds.forEach(other -> operations.put(other.name(), new OfOperation(all.eligible(), all.compared())));
        operations.put(World.KINDS.get(kind).name(), new OfOperation(eligible, compared));
        world.comparisons = new Comparisons(
                all.eligible(), all.compared(), all.equal(), all.different(), all.dropped(), operations);
    }

    private static List<GateMutation> ofAnswers() {
        return List.of(
                answers(
                        "leave one unanswered",
                        "unknown-outcomes",
                        o -> o.id() == 1_500 ? lost(o, 0, Cause.TIMEOUT) : o),
                answers("be slow", "p99-against-baseline", o -> at(o, 20, 30) ? slower(o, 1_000 * MS) : o),
                answers("lose answers", "unknown-against-baseline", o -> at(o, 22, 27) ? lost(o, 0, Cause.TIMEOUT) : o),
                answers(
                        "refuse more",
                        "refused-against-baseline",
                        o -> at(o, 20, 30) && o.id() % 4 == 0 ? refused(o) : o),
                answers("answer nobody", "longest-without-ok", o -> at(o, 21, 29) ? lost(o, 0, Cause.TIMEOUT) : o),
                answers("ask to send again", "attempts-against-baseline", o -> at(o, 20, 30) ? again(o) : o));
    }

    private static GateMutation of(String name, String gate, Result expected, Consumer<World> change) {
        return new GateMutation(name, gate, expected, o -> o, change);
    }

    private static GateMutation answers(String name, String gate, UnaryOperator<Operation> operations) {
        return new GateMutation(name, gate, Result.FAIL, operations, world -> {});
    }

    @Override
    public String toString() {
        return name;
    }

    World broken() {
        World world = right(operations);
        change.accept(world);
        return world;
    }

    /** Dual, half, new and back: what old answered is accounted for, and two planted differences were reported. */
    static World right(UnaryOperator<Operation> operations) {
        World world = ThreePhases.run(operations);
        world.events.replaceAll(GateMutation::dual);
        Owes owes = Owes.like(world.obligations);
        owes.canaries = 2;
        owes.limits = new Limits(50, 1, 1_000, 250, 0, new TreeMap<>(Map.of("half", 0L)));
        world.obligations = owes.made();
        world.event(5 * SECOND, new CanaryEvent("old-only", 1, 1, true, ""));
        canary(world, 1, true);
        TinyWorlds.account(world, 2_000, 1_900, 2);
        world.event(31 * SECOND, new RoutingEvent.Requested(RoutingMode.OLD, 0, true));
        return rolledBack(world, 1_000);
    }

    private static LogEntry dual(LogEntry entry) {
        var dual = new RoutingEvent.Effective(RoutingMode.DUAL, 0, 5L, 310.5, false, List.of());
        boolean old = entry.event() instanceof RoutingEvent.Effective now && now.mode() == RoutingMode.OLD;
        return old ? new LogEntry(entry.seq(), entry.ns(), entry.at(), dual) : entry;
    }

    private static World rolledBack(World world, double tookMs) {
        return world.event(32 * SECOND, new RoutingEvent.Effective(RoutingMode.OLD, 0, 5L, tookMs, true, List.of()));
    }

    private static void canary(World world, int answered, boolean reported) {
        world.events.removeIf(entry -> entry.event() instanceof CanaryEvent && entry.ns() == 6 * SECOND);
        world.event(6 * SECOND, new CanaryEvent("old-only", Math.max(1, answered), answered, reported, ""));
    }

    private static Operation refused(Operation o) {
        return ThreePhases.with(o, Outcome.REFUSED, o.endedNs() - o.invokedNs(), 1, 0, Cause.NONE);
    }

    private static Operation again(Operation o) {
        return ThreePhases.with(o, o.outcome(), o.endedNs() - o.invokedNs(), 2, 0, o.cause());
    }
}
