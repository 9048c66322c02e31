package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Event;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A run in memory that tests write by hand or at random; everything a checker reads can be changed before it is judged. */
final class World {
    static final int PLACE = 0;
    static final int PAY = 1;
    static final int READ = 2;
    static final List<Manifest.Kind> KINDS = List.of(
            new Manifest.Kind("place-order", true),
            new Manifest.Kind("pay-order", true),
            new Manifest.Kind("read-orders", false));

    /** A ledger row. */
    record Entry(long key, long version, long operation) {}

    /** A dump that can still be changed. */
    static final class Dump {
        final List<Entry> ledger = new ArrayList<>();
        final Map<String, String> orders = new TreeMap<>();
        final Map<String, String> prices = new TreeMap<>();
        final Map<String, Long> totals = new TreeMap<>(Map.of("credit-cents", 1_000L));
        long invokedNs = 1_000_000;
        boolean complete = true;

        Dump row(long key, long version, long operation) {
            ledger.add(new Entry(key, version, operation));
            return this;
        }
    }

    final List<Operation> operations = new ArrayList<>();
    final Map<String, Dump> dumps = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<EffectCall> payments = new ArrayList<>();
    final List<Update> updates = new ArrayList<>();
    final Map<String, Long> initialTotals = new TreeMap<>(Map.of("credit-cents", 1_000L));
    List<String> phases = List.of("only");
    boolean tapped = true;
    Obligations obligations = obligations(1, List.of(), false);

    static Obligations obligations(long perPhase, List<String> faults, boolean losses) {
        return new Obligations(List.of("old", "new"), "old", 1, "pay-order", "price", perPhase, faults, losses);
    }

    World() {
        dump("old-final");
        dump("new-final");
        dump("old-rollback");
        event(1, "sentinel", Map.of("stream", "old-to-new", "crossed", true));
        routing(2, "split", 0.5);
        event(9, "run", Map.of("state", "ended"));
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
                o.observed(),
                version,
                o.cause(),
                o.attempts(),
                o.faultMask());
    }

    /** A routing that is asked for, and is in force one nanosecond later. */
    World routing(long ns, String mode, double newShare) {
        return event(ns, "routing", Map.of("state", "requested", "mode", mode, "newShare", newShare))
                .event(ns + 1, "routing", Map.of("state", "effective", "mode", mode, "newShare", newShare));
    }

    World event(long ns, String kind, Map<String, Object> fields) {
        events.add(new Event(ns, Instant.EPOCH, kind, fields));
        return this;
    }

    World charge(long ns, long operation, long order, String caller) {
        payments.add(new EffectCall(ns, operation, Long.toString(operation), caller, order, 100, 201));
        return this;
    }

    World update(String sku, long sequence, boolean acknowledged) {
        updates.add(new Update(sku, sequence, price(sequence), acknowledged));
        return this;
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
        Map<String, StateDump> saved = new LinkedHashMap<>();
        dumps.forEach((name, dump) -> saved.put(name, state(name, dump)));
        return new Evidence(
                "world",
                manifest(),
                History.of(operations, KINDS),
                events,
                saved,
                initialTotals,
                tapped ? Optional.of(payments) : Optional.empty(),
                tapped ? Optional.of(updates) : Optional.empty(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "tiny",
                7,
                "reference",
                "memory",
                "",
                new Manifest.ClockBase(0, ""),
                Map.of(),
                Map.of(),
                KINDS,
                phases,
                List.of("old", "new"),
                obligations);
    }

    private static StateDump state(String name, Dump dump) {
        Ledger.Builder ledger = new Ledger.Builder();
        dump.ledger.forEach(entry -> ledger.row(entry.key(), entry.version(), entry.operation()));
        int dash = name.indexOf('-');
        return new StateDump(
                name.substring(0, dash),
                name.substring(dash + 1),
                dump.invokedNs,
                dump.invokedNs + 1,
                dump.complete,
                dump.complete ? "" : "torn",
                ledger.build(),
                Map.of("order", rows(dump.orders), "price", rows(dump.prices)),
                dump.totals);
    }

    private static List<StateDump.Row> rows(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(row -> new StateDump.Row(row.getKey(), row.getValue()))
                .toList();
    }

    /** What one checker finds. */
    Finding finding(String checker) {
        var constructor = Objects.requireNonNull(Checkers.all().get(checker), checker);
        return new Judge(Map.of(checker, constructor)).judge(evidence()).getFirst();
    }

    /** The result of every checker. */
    Map<String, Result> results() {
        Map<String, Result> results = new LinkedHashMap<>();
        new Judge().judge(evidence()).forEach(finding -> results.put(finding.checker(), finding.result()));
        return results;
    }
}
