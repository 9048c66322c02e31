package dev.cutover.record.dump;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A system's state at one moment, read straight from its database.
 *
 * @param moment {@code final}, {@code rollback}, {@code rollback-2}, …
 * @param invokedNs before the first statement was sent
 * @param returnedNs after the last row was received
 * @param complete whether every table was read to its end and is still as it was saved
 * @param reason why it is not complete; else empty
 * @param entities rows by entity
 * @param totals sums by name that no operation may change; one that is NULL, as over an empty table, is left out
 */
public record StateDump(
        String system,
        String moment,
        long invokedNs,
        long returnedNs,
        boolean complete,
        String reason,
        Ledger ledger,
        SortedMap<String, List<Row>> entities,
        SortedMap<String, BigDecimal> totals) {
    /** How NULL is written in a row. */
    public static final String NULL = "\\N";

    public StateDump {
        entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }

    /** An entity's key and canonical text: the same text for the same fact on both systems. */
    public record Row(String key, String text) {}

    /** Its name in the run directory, such as {@code old-final}. */
    public String name() {
        return system + "-" + moment;
    }

    /** An entity's texts by key; a key that occurs twice has both, so that it differs from one that occurs once. */
    public Map<String, String> texts(String entity) {
        Map<String, String> texts = new TreeMap<>();
        for (Row row : entities.getOrDefault(entity, List.of())) {
            texts.merge(row.key(), row.text(), (first, second) -> first + " and " + second);
        }
        return texts;
    }

    static StateDump incomplete(String system, String moment, String reason) {
        return new StateDump(system, moment, 0, 0, false, reason, Ledger.empty(), new TreeMap<>(), new TreeMap<>());
    }
}
