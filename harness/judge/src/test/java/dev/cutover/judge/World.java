package dev.cutover.judge;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.evidence.TotalRead;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run in memory that tests write by hand or at random; everything a checker reads can be changed before it is judged. */
final class World {
    static final int PLACE = 0;
    static final int PAY = 1;
    static final int READ = 2;
    static final String CHARGES = "charges";
    static final String CREDIT = "credit-cents";
    static final List<Manifest.Kind> KINDS = List.of(
            new Manifest.Kind("place-order", Role.APPEND),
            new Manifest.Kind("pay-order", Role.EFFECT),
            new Manifest.Kind("read-orders", Role.READ));

    final List<Operation> operations = new ArrayList<>();
    final SortedMap<String, Dump> dumps = new TreeMap<>();
    final List<LogEntry> events = new ArrayList<>();
    final List<EffectCall> effects = new ArrayList<>();
    final SortedMap<String, StreamLog> streams = new TreeMap<>();
    final List<Update> updates = new ArrayList<>();
    List<Manifest.Kind> kinds = KINDS;
    List<String> phases = List.of("only");
    boolean tapped = true;
    final SortedMap<String, BigDecimal> initialTotals = new TreeMap<>(Map.of(CREDIT, BigDecimal.valueOf(1_000)));
    final List<TotalRead> totals = new ArrayList<>();
    List<String> keyTexts = List.of();
    final SortedMap<String, Map<Long, Long>> initialCounts = new TreeMap<>();
    final Map<Long, String> asked = new TreeMap<>();
    final List<Content> contents = new ArrayList<>();
    final SortedMap<EvidencePart, String> damage = new TreeMap<>();
    Obligations obligations = obligations(1, List.of(), false);

    @Nullable
    Comparisons comparisons = new Comparisons(100, 90, 90, 0, new TreeMap<>(Map.of("version", 10L)), new TreeMap<>());

    @Nullable
    InjectorHealth injector = health(5);

    long deadLetters;

    static Obligations obligations(long perPhase, List<String> faults, boolean losses) {
        return obligations(faults, losses, new Limits(0.5, perPhase, 1_000, 250, 0, new TreeMap<>(Map.of("only", 2L))));
    }

    static Obligations obligations(List<String> faults, boolean losses, Limits limits) {
        Owes owes = new Owes();
        owes.faults = faults;
        owes.losses = losses;
        owes.limits = limits;
        return owes.made();
    }

    static InjectorHealth health(double startLagMs) {
        return health(new InjectorHealth.StartLag(1, startLagMs, startLagMs));
    }

    static InjectorHealth health(InjectorHealth.@Nullable StartLag lag) {
        return new InjectorHealth("ended", 10, 100, 100, 10, 10, 1, 1, lag, List.of(), new TreeMap<>(), 0.1, 0, 1);
    }

    World() {
        List.of("old-final", "new-final", "old-rollback").forEach(this::dump);
        event(1, new SentinelEvent("old-to-new", true, 1, null));
        // Back from new, but only by half: a rollback, and a split that is in force to the end.
        event(2, new RoutingEvent.Requested(RoutingMode.SPLIT, 0.5, true));
        event(3, new RoutingEvent.Effective(RoutingMode.SPLIT, 0.5, 5L, 310.5, true, List.of()));
        event(8, new PlanEvent.Completed());
        event(9, new RunEvent.Ended());
    }

    World operation(long id, int kind, int key, Outcome outcome, long invokedNs, long endedNs) {
        operations.add(Operation.of(id, kind, key, outcome, invokedNs, endedNs));
        return this;
    }

    /** The operation added last was answered by this system, with this version of its key. */
    World by(ServedBy system, int version) {
        operations.add(answered(operations.removeLast(), system.code(), version));
        return this;
    }

    /** An operation was answered by this system, with this version of its key. */
    World answer(long id, ServedBy system, int version) {
        operations.replaceAll(o -> o.id() == id ? answered(o, system.code(), version) : o);
        return this;
    }

    static Operation answered(Operation o, int servedBy, int version) {
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
                servedBy,
                o.subject(),
                version,
                o.cause(),
                o.attempts(),
                o.faultMask());
    }

    /** A routing that is asked for, and is in force one nanosecond later. */
    World routing(long ns, RoutingMode mode, double newShare) {
        return event(ns, new RoutingEvent.Requested(mode, newShare, false))
                .event(ns + 1, new RoutingEvent.Effective(mode, newShare, 5L, 310.5, false, List.of()));
    }

    World event(long ns, Event event) {
        events.add(new LogEntry(events.size() + 1L, ns, Instant.EPOCH, event));
        return this;
    }

    /** As if such events had never been recorded. */
    World without(Class<? extends Event> type) {
        events.removeIf(entry -> type.isInstance(entry.event()));
        return this;
    }

    World charge(long ns, long operation, long order, String caller) {
        effects.add(new EffectCall(ns, operation, Long.toString(operation), caller, "order " + order, "100", 201));
        return this;
    }

    /** All states say that an operation's charge was over this. */
    World charged(long operation, String amount) {
        dumps.values()
                .forEach(dump -> dump.effects
                        .computeIfAbsent(CHARGES, none -> new ArrayList<>())
                        .add(new StateDump.Row(Long.toString(operation), amount)));
        return this;
    }

    World update(String sku, long sequence, boolean acknowledged) {
        updates.add(new Update(sku, sequence, price(sequence), acknowledged));
        return this;
    }

    /** An operation that is wanted; there must be one. */
    Operation any(Random random, Predicate<Operation> wanted) {
        List<Operation> found = operations.stream().filter(wanted).toList();
        return found.get(random.nextInt(found.size()));
    }

    static String price(long sequence) {
        return "100 at " + sequence;
    }

    /** Adds a row to every dump. */
    World everywhere(long key, long version, long operation) {
        dumps.values().forEach(dump -> dump.row(key, version, operation));
        return this;
    }

    Dump dump(String name) {
        return dumps.computeIfAbsent(name, missing -> new Dump());
    }

    Evidence evidence() {
        SortedMap<String, StateDump> saved = new TreeMap<>();
        dumps.forEach((name, dump) -> saved.put(name, dump.state(name)));
        return new Evidence(
                "world",
                Owes.manifest(this),
                History.of(operations, kinds),
                events,
                keyTexts,
                saved,
                initialTotals,
                totals,
                initialCounts,
                asked,
                contents,
                new TreeMap<>(Map.of(CHARGES, List.copyOf(effects))),
                streams,
                updates,
                comparisons,
                injector,
                deadLetters,
                damage);
    }

    /** What one checker finds. */
    Finding finding(String checker) {
        var constructor = Objects.requireNonNull(Checkers.all().get(checker), checker);
        return Judge.findings(evidence(), Map.of(checker, constructor)).getFirst();
    }

    /** What every checker finds, by its name. */
    Map<String, Finding> findings() {
        Map<String, Finding> findings = new LinkedHashMap<>();
        Judge.findings(evidence(), Checkers.all()).forEach(finding -> findings.put(finding.checker(), finding));
        return findings;
    }

    /** The result of every checker. */
    Map<String, Result> results() {
        Map<String, Result> results = new LinkedHashMap<>();
        findings().forEach((checker, finding) -> results.put(checker, finding.result()));
        return results;
    }
}
