package dev.cutover.simulation;

import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A system's database: what is here survives a crash. Rows by key, operation ids with what they left, and a log of what was committed. */
final class Store {
    static final int BALANCE = 100;

    /** What the log has: a change, or a marker. */
    sealed interface Entry {
        /** A change, by whom it came here: a client, or a sync. */
        record Change(Row row, boolean local) implements Entry {}

        /** A marker that was put there. */
        record Marker(long id) implements Entry {}
    }

    /** A row, and whether it was accepted here. */
    record Kept(Row row, boolean accepted) {}

    /** What a key is; absent before it is copied. */
    static final class State {
        int version;
        int giver = BALANCE;
        int taker = BALANCE;
        String kept = "kept";
        final List<Row> history = new ArrayList<>();
        final SortedMap<Integer, Long> registers = new TreeMap<>();

        /** Text of an entity: the same on both systems if the same happened in the same sequence. */
        String text() {
            long digest = 0;
            for (Row row : history) {
                digest = Draw.place(digest, Draw.place(row.operation(), row.amount()));
            }
            return giver + " " + taker + " " + version + " " + Long.toHexString(digest);
        }

        State copy() {
            State copy = new State();
            copy.version = version;
            copy.giver = giver;
            copy.taker = taker;
            copy.history.addAll(history);
            copy.registers.putAll(registers);
            return copy;
        }
    }

    private final Course course;
    private final SortedMap<Integer, State> keys = new TreeMap<>();
    private final List<Kept> rows = new ArrayList<>();
    private final List<Entry> log = new ArrayList<>();
    private final Map<Long, Row> firsts = new TreeMap<>();
    private final Map<Long, Long> actedOn = new TreeMap<>();
    private final Map<Long, Long> deleted = new TreeMap<>();

    Store(Course course) {
        this.course = course;
    }

    /** A key's state; null if it is not here. */
    @Nullable
    State key(int key) {
        return keys.get(key);
    }

    SortedMap<Integer, State> keys() {
        return keys;
    }

    List<Kept> rows() {
        return rows;
    }

    List<Entry> log() {
        return log;
    }

    /** Whether a delete took an operation's row. */
    boolean isDeleted(long operation) {
        return deleted.containsKey(operation);
    }

    /** What a request with that key has left already; null if nothing. */
    @Nullable
    Row first(long idempotencyKey) {
        return firsts.get(idempotencyKey);
    }

    /** Whether a row of a key is here at its version. */
    boolean holds(Row row) {
        State state = keys.get(row.key());
        return state != null
                && state.history.stream()
                        .anyMatch(one -> one.version() == row.version() && one.operation() == row.operation());
    }

    void seed(int key) {
        keys.put(key, new State());
    }

    /** A copy of a key with all its rows, unless it is here already. */
    void copy(int key, Store from) {
        State state = from.keys.get(key);
        if (state == null || keys.containsKey(key)) {
            return;
        }
        keys.put(key, state.copy());
        for (Row row : state.history) {
            rows.add(new Kept(row, false));
            remember(row);
        }
    }

    /** Whether the business allows it: what is given is there, and what is done once was not done. */
    boolean allows(Row row) {
        State state = keys.get(row.key());
        return state != null
                && switch (course.kind(row.kind()).role()) {
                    case TRANSFER -> row.amount() <= state.giver;
                    case EFFECT -> !actedOn.containsKey(row.subject()) && !deleted.containsKey(row.subject());
                    case DELETE -> firsts.containsKey(row.subject()) && !deleted.containsKey(row.subject());
                    case APPEND, REGISTER, READ -> true;
                };
    }

    /** Commits a row with all that belongs to it, in one transaction. */
    void commit(Row row, boolean accepted) {
        commit(row, accepted, true);
    }

    /**
     * The same, but perhaps torn.
     *
     * @param whole whether what a transfer takes is given in the same transaction
     */
    void commit(Row row, boolean accepted, boolean whole) {
        State state = keys.get(row.key());
        if (state == null) {
            return;
        }
        state.version = Math.max(state.version, row.version());
        state.history.add(row);
        rows.add(new Kept(row, accepted));
        remember(row);
        Role role = course.kind(row.kind()).role();
        if (role == Role.TRANSFER) {
            state.giver -= row.amount();
            state.taker += whole ? row.amount() : 0;
        } else if (role == Role.REGISTER) {
            state.registers.put(row.kind(), row.operation());
        }
        log.add(new Entry.Change(row, accepted));
    }

    /** What a torn transfer still owes. */
    void give(Row row) {
        State state = keys.get(row.key());
        if (state != null) {
            state.taker += row.amount();
        }
    }

    private void remember(Row row) {
        firsts.putIfAbsent(row.idempotencyKey(), row);
        switch (course.kind(row.kind()).role()) {
            case EFFECT -> actedOn.putIfAbsent(row.subject(), row.operation());
            case DELETE -> deleted.putIfAbsent(row.subject(), row.operation());
            case APPEND, REGISTER, TRANSFER, READ -> {}
        }
    }
}
