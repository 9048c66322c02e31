package dev.cutover.record.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one system; every dump of it holds all of this.
 *
 * @param applied tables of rows by the operations that left them, by name
 * @param registers values that carry the operation that wrote them, called as the kind of operation
 * @param entities rows with a canonical text
 * @param totals sums that no operation may change
 * @param atEveryInstant those of them that are so in every snapshot, once all existing data have been given to the system
 * @param invariants queries of which each row is a violation
 * @param asked canonical texts of what is held of operations, by name: the kinds whose rows are there
 * @param counted how many rows keys have that carry no operation, by name: the kinds that leave them
 * @param kept rows whose texts must never change
 * @param effects amounts that are held of effects outside, called as the effect
 */
public record Reads(
        SortedMap<String, Table> applied,
        List<String> registers,
        List<String> entities,
        List<String> totals,
        List<String> atEveryInstant,
        List<String> invariants,
        SortedMap<String, List<String>> asked,
        SortedMap<String, List<String>> counted,
        List<String> kept,
        List<String> effects) {

    /** Of a system that is not observed. */
    public static final Reads NOTHING = new Reads(new TreeMap<>(), List.of(), List.of(), List.of(), List.of());

    public Reads {
        applied = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(applied, Collections.emptySortedMap())));
        registers = orNone(registers);
        entities = orNone(entities);
        totals = orNone(totals);
        atEveryInstant = orNone(atEveryInstant);
        invariants = orNone(invariants);
        asked = byName(asked);
        counted = byName(counted);
        kept = orNone(kept);
        effects = orNone(effects);
    }

    /** Without totals that hold at every instant, texts of what was asked, counts, what is kept, and amounts of effects. */
    public Reads(
            SortedMap<String, Table> applied,
            List<String> registers,
            List<String> entities,
            List<String> totals,
            List<String> invariants) {
        this(
                applied,
                registers,
                entities,
                totals,
                List.of(),
                invariants,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    private static SortedMap<String, List<String>> byName(@Nullable SortedMap<String, List<String>> kinds) {
        return Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(kinds, Collections.emptySortedMap())));
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return List.copyOf(Objects.requireNonNullElse(names, List.of()));
    }

    /** The registers as tables, each of its kind's values. */
    public SortedMap<String, Table> asTables() {
        SortedMap<String, Table> tables = new TreeMap<>();
        registers.forEach(kind -> tables.put(kind, new Table(List.of(kind), false)));
        return tables;
    }

    /** The tables that owe a row of each operation of a kind. */
    public List<String> tablesOf(String kind) {
        return applied.entrySet().stream()
                .filter(table -> table.getValue().of().contains(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether operations of a kind are only counted here. */
    public boolean onlyCounts(Manifest.Kind kind) {
        return !shows(kind) && counted.values().stream().anyMatch(kinds -> kinds.contains(kind.name()));
    }

    /** Whether what an acknowledged operation of a kind owes can be seen here. */
    public boolean shows(Manifest.Kind kind) {
        return !tablesOf(kind.name()).isEmpty() || registers.contains(kind.name()) || onlyByAbsence(kind);
    }

    /** Whether all that a delete owes here is that a row is gone. */
    public boolean onlyByAbsence(Manifest.Kind kind) {
        return tablesOf(kind.name()).isEmpty() && applied.values().stream().anyMatch(table -> table.loses(kind));
    }

    /**
     * A table of rows.
     *
     * @param of the kinds of operations that leave a row
     * @param onlyClients whether it is the whole story of its keys: all its rows are the seed's or the clients', and versions, where they are read,
     *     are 1, 2, 3 …
     */
    public record Table(List<String> of, boolean onlyClients) {
        public Table {
            of = List.copyOf(of);
        }

        /** Whether a delete takes rows from it: one that it lists as well leaves a row of its own, and takes none. */
        public boolean loses(Manifest.Kind delete) {
            return delete.role() == Role.DELETE
                    && of.contains(String.valueOf(delete.of()))
                    && !of.contains(delete.name());
        }
    }
}
