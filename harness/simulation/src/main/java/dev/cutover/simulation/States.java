package dev.cutover.simulation;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the systems as a plan's observer would, in the plan's own names, and makes the evidence of it. */
final class States {
    private final World world;
    private final Obligations owed;
    private final SortedMap<String, StateDump> dumps = new TreeMap<>();
    private final SortedMap<String, BigDecimal> totals = new TreeMap<>();
    private int rollbacks;

    States(World world) {
        this.world = world;
        this.owed = world.course().manifest().obligations();
    }

    /** Before the first operation. */
    void initial() {
        totals.putAll(totals(Node.OLD, owed.of("old")));
        for (Node system : List.of(Node.OLD, Node.NEW)) {
            if (!owed.of(system.text()).kept().isEmpty()) {
                dump(system, "kept");
            }
        }
    }

    /** At the instant at which a rollback is declared complete. */
    void rollback() {
        rollbacks++;
        dump(Node.OLD, rollbacks == 1 ? "rollback" : "rollback-" + rollbacks);
    }

    void ended() {
        dump(Node.OLD, "final");
        dump(Node.NEW, "final");
    }

    private void dump(Node system, String moment) {
        Reads reads = owed.of(system.text());
        long now = world.timeline().now();
        StateDump dump = new StateDump(
                system.text(),
                moment,
                now,
                now,
                true,
                "",
                applied(system, reads),
                registers(system, reads),
                named(reads.entities(), unused -> texts(system, Store.State::text)),
                totals(system, reads),
                named(reads.invariants(), unused -> List.of()),
                asked(system, reads),
                counted(system, reads),
                named(reads.kept(), unused -> texts(system, state -> state.kept)),
                new TreeMap<>());
        dumps.put(dump.name(), dump);
    }

    private static <T> SortedMap<String, T> named(List<String> names, Function<String, T> read) {
        SortedMap<String, T> found = new TreeMap<>();
        names.forEach(name -> found.put(name, read.apply(name)));
        return found;
    }

    private List<StateDump.Row> texts(Node system, Function<Store.State, String> text) {
        List<StateDump.Row> rows = new ArrayList<>();
        store(system)
                .keys()
                .forEach((key, state) -> rows.add(new StateDump.Row(Integer.toString(key), text.apply(state))));
        return rows;
    }

    private Store store(Node system) {
        return world.system(system).store();
    }

    private Manifest.Kind kind(Store.Kept kept) {
        return world.course().kind(kept.row().kind());
    }

    private Predicate<Store.Kept> of(List<String> kinds) {
        return kept -> kinds.contains(kind(kept).name());
    }

    private SortedMap<String, Ledger> applied(Node system, Reads reads) {
        SortedMap<String, Ledger> tables = new TreeMap<>();
        reads.applied().forEach((name, table) -> {
            boolean loses = world.course().manifest().kinds().stream().anyMatch(table::loses);
            Ledger.Builder rows = new Ledger.Builder();
            List<Store.Kept> all = store(system).rows();
            for (int position = 0; position < all.size(); position++) {
                Store.Kept kept = all.get(position);
                if (of(table.of()).test(kept)
                        && !(loses && store(system).isDeleted(kept.row().operation()))) {
                    Row row = kept.row();
                    rows.row(row.key(), row.version(), row.operation(), position, kept.accepted());
                }
            }
            tables.put(name, rows.build());
        });
        return tables;
    }

    private SortedMap<String, Ledger> registers(Node system, Reads reads) {
        return named(reads.registers(), name -> {
            Ledger.Builder values = new Ledger.Builder(EnumSet.of(Ledger.Column.KEY));
            store(system)
                    .keys()
                    .forEach((key, state) -> state.registers.forEach((kind, writer) -> {
                        if (world.course().kind(kind).name().equals(name)) {
                            values.row(key, 0, writer);
                        }
                    }));
            return values.build();
        });
    }

    private SortedMap<String, BigDecimal> totals(Node system, Reads reads) {
        long sum = store(system).keys().values().stream()
                .mapToLong(state -> (long) state.giver + state.taker)
                .sum();
        return named(reads.totals(), unused -> BigDecimal.valueOf(sum));
    }

    private SortedMap<String, List<StateDump.Row>> asked(Node system, Reads reads) {
        SortedMap<String, List<StateDump.Row>> texts = new TreeMap<>();
        reads.asked()
                .forEach((name, kinds) -> texts.put(
                        name,
                        store(system).rows().stream()
                                .filter(of(kinds))
                                .map(Store.Kept::row)
                                .map(row -> new StateDump.Row(
                                        Long.toString(row.operation()), Clients.text(row.kind(), row.amount())))
                                .toList()));
        return texts;
    }

    private SortedMap<String, Map<Long, Long>> counted(Node system, Reads reads) {
        SortedMap<String, Map<Long, Long>> counts = new TreeMap<>();
        reads.counted().forEach((name, kinds) -> {
            Map<Long, Long> rows = new TreeMap<>();
            store(system).rows().stream()
                    .filter(of(kinds))
                    .forEach(kept -> rows.merge((long) kept.row().key(), 1L, Long::sum));
            counts.put(name, rows);
        });
        return counts;
    }

    private SortedMap<String, List<EffectCall>> effects() {
        SortedMap<String, List<EffectCall>> effects = new TreeMap<>();
        owed.effects().forEach((name, effect) -> {
            List<EffectCall> calls = new ArrayList<>();
            world.effects().forEach((kind, of) -> {
                if (effect.of().contains(world.course().kind(kind).name())) {
                    calls.addAll(of);
                }
            });
            effects.put(name, calls);
        });
        return effects;
    }

    private SortedMap<String, Map<Long, Long>> noneCounted() {
        SortedMap<String, Map<Long, Long>> counts = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        owed.reads().values().forEach(reads -> names.addAll(reads.counted().keySet()));
        names.forEach(name -> counts.put(name, Map.of()));
        return counts;
    }

    /** Everything that the judge takes. */
    Evidence evidence(Manifest manifest, Clients clients, List<LogEntry> log) {
        return new Evidence(
                "simulated-" + manifest.seed(),
                manifest,
                History.of(clients.operations(), manifest.kinds()),
                log,
                List.of(),
                dumps,
                totals,
                List.of(),
                noneCounted(),
                clients.texts(),
                List.of(),
                effects(),
                new TreeMap<>(),
                List.of(),
                null,
                null,
                world.sync().deadLetters(),
                new TreeMap<>());
    }
}
