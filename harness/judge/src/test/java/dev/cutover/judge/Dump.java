package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.dump.StateDumpReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A dump that can still be changed. */
final class Dump {

    /** A ledger row. */
    record Entry(long key, long version, long operation) {}

    final List<Entry> ledger = new ArrayList<>();
    /** What is known of the ledger's rows besides their operations. */
    final Set<Ledger.Column> known = EnumSet.complementOf(EnumSet.of(Ledger.Column.ACCEPTED));
    /** Operations whose rows the system accepted itself; where that is known. */
    final Set<Long> accepted = new TreeSet<>();
    /** Rows of other tables. */
    final SortedMap<String, List<Entry>> tables = new TreeMap<>();
    /** Writers by key, by register. */
    final SortedMap<String, Map<Long, Long>> registers = new TreeMap<>();

    final SortedMap<String, List<StateDump.Row>> invariants = new TreeMap<>();
    final SortedMap<String, List<StateDump.Row>> asked = new TreeMap<>();
    final SortedMap<String, Map<Long, Long>> counted = new TreeMap<>();
    final SortedMap<String, List<StateDump.Row>> kept = new TreeMap<>();
    final SortedMap<String, List<StateDump.Row>> effects = new TreeMap<>();
    final Map<String, String> orders = new TreeMap<>();
    /** The keys of the load that orders belong to, where that is known. */
    final Map<String, Long> owners = new TreeMap<>();

    final Map<String, String> prices = new TreeMap<>();
    final SortedMap<String, BigDecimal> totals = new TreeMap<>(Map.of(World.CREDIT, BigDecimal.valueOf(1_000)));
    final Set<String> unread = new TreeSet<>();
    long invokedNs = 1_000_000;
    boolean complete = true;

    Dump credit(long cents) {
        totals.put(World.CREDIT, BigDecimal.valueOf(cents));
        return this;
    }

    Dump row(long key, long version, long operation) {
        ledger.add(new Entry(key, version, operation));
        return this;
    }

    /** The dump as it is read. */
    StateDump state(String name) {
        if (!complete) {
            return StateDumpReader.incomplete(name, "torn");
        }
        SortedMap<String, Ledger> applied = new TreeMap<>();
        applied.put("ledger", rows(ledger));
        tables.forEach((table, entries) -> applied.put(table, rows(entries)));
        SortedMap<String, List<StateDump.Row>> entities = new TreeMap<>();
        entities.put("order", rows(orders));
        entities.put("price", rows(prices));
        entities.keySet().removeAll(unread);
        int dash = name.indexOf('-');
        return new StateDump(
                name.substring(0, dash),
                name.substring(dash + 1),
                invokedNs,
                invokedNs + 1,
                true,
                "",
                applied,
                values(),
                entities,
                totals,
                invariants,
                asked,
                counted,
                kept,
                effects);
    }

    private Ledger rows(List<Entry> entries) {
        Ledger.Builder rows = new Ledger.Builder(known);
        for (int row = 0; row < entries.size(); row++) {
            Entry entry = entries.get(row);
            rows.row(entry.key(), entry.version(), entry.operation(), row, accepted.contains(entry.operation()));
        }
        return rows.build();
    }

    private SortedMap<String, Ledger> values() {
        SortedMap<String, Ledger> values = new TreeMap<>();
        registers.forEach((register, writers) -> {
            Ledger.Builder rows = new Ledger.Builder(EnumSet.of(Ledger.Column.KEY));
            writers.forEach((key, writer) -> rows.row(key, 0, writer));
            values.put(register, rows.build());
        });
        return values;
    }

    private List<StateDump.Row> rows(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(row -> new StateDump.Row(row.getKey(), row.getValue(), owners.getOrDefault(row.getKey(), -1L)))
                .toList();
    }
}
