package dev.cutover.record.dump;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A system's state at one moment, read straight from its database.
 *
 * @param moment {@code final}, {@code rollback}, {@code rollback-2}, …; {@code kept}, {@code kept-2}, … of one that has only what is kept
 * @param invokedNs before the first statement was sent
 * @param returnedNs after the last row was received
 * @param complete whether every table was read to its end and is still as it was saved
 * @param reason why it is not complete; else empty
 * @param applied rows by the operations that left them, by table
 * @param registers keys with the operations that wrote their values, by kind of operation
 * @param entities rows by entity
 * @param totals sums by name that no operation may change; one that is NULL, as over an empty table, is left out
 * @param invariants rows that must not be, by name
 * @param asked operations, as they are written there, with the canonical text of what is held of them, by name; {@link AskedRows}
 * @param counted how many rows keys have, by name
 * @param kept rows whose texts must never change, by name
 * @param effects operations, as they are written there, with the amount that is held of their effect, by name
 */
public record StateDump(
        String system,
        String moment,
        long invokedNs,
        long returnedNs,
        boolean complete,
        String reason,
        SortedMap<String, Ledger> applied,
        SortedMap<String, Ledger> registers,
        SortedMap<String, List<Row>> entities,
        SortedMap<String, BigDecimal> totals,
        SortedMap<String, List<Row>> invariants,
        SortedMap<String, List<Row>> asked,
        SortedMap<String, Map<Long, Long>> counted,
        SortedMap<String, List<Row>> kept,
        SortedMap<String, List<Row>> effects) {
    /** How NULL is written in a row. */
    public static final String NULL = "\\N";

    /** The label of an entity's last column, where there is such: the key of the load that the entity belongs to. */
    static final String OWNER = "key";

    public StateDump {
        applied = copy(applied);
        registers = copy(registers);
        entities = copy(entities);
        totals = copy(totals);
        invariants = copy(invariants);
        asked = packed(asked);
        counted = copy(counted);
        kept = copy(kept);
        effects = packed(effects);
    }

    private static <T> SortedMap<String, T> copy(SortedMap<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    private static SortedMap<String, List<Row>> packed(SortedMap<String, List<Row>> rows) {
        SortedMap<String, List<Row>> packed = new TreeMap<>();
        rows.forEach((name, of) -> packed.put(name, AskedRows.of(of)));
        return Collections.unmodifiableSortedMap(packed);
    }

    /**
     * An entity's key and canonical text: the same text for the same fact on both systems.
     *
     * @param owner the number of the load's key that it belongs to; below 0 if it is not known
     */
    public record Row(String key, String text, long owner) {
        private static final long NOBODY = -1;

        /** One of which it is not known. */
        public Row(String key, String text) {
            this(key, text, NOBODY);
        }
    }

    /** Its name in the run directory, such as {@code old-final}. */
    public String name() {
        return system + "-" + moment;
    }

    /** An entity's texts by key; a key that occurs twice has both, so that it differs from one that occurs once. */
    public Map<String, String> texts(String entity) {
        List<Row> rows = entities.getOrDefault(entity, List.of());
        Map<String, String> texts = new LinkedHashMap<>();
        rows.forEach(row -> texts.put(row.key(), row.text()));
        return texts.size() == rows.size() ? texts : joined(rows);
    }

    /** The number of the load's key that an entity belongs to, by the entity's own key; none where the query does not tell. */
    public Map<String, Long> owners(String entity) {
        Map<String, Long> owners = new TreeMap<>();
        entities.getOrDefault(entity, List.of()).stream()
                .filter(row -> row.owner() >= 0)
                .forEach(row -> owners.put(row.key(), row.owner()));
        return owners;
    }

    private static Map<String, String> joined(List<Row> rows) {
        // In the order of the texts: a query need not give its rows in any.
        return rows.stream()
                .sorted(Comparator.comparing(Row::text))
                .collect(Collectors.toMap(
                        Row::key, Row::text, (first, second) -> first + " and " + second, TreeMap::new));
    }

    static StateDump incomplete(String system, String moment, String reason) {
        return new StateDump(
                system,
                moment,
                0,
                0,
                false,
                reason,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
