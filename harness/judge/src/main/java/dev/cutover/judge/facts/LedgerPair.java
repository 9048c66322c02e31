package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.Ledger.Column;

/**
 * The same table of two systems, grouped by the same keys: as sequences where both know the positions, else as sets. Rows that are nobody's
 * count only where the table is the whole story on both; elsewhere each system may have its own.
 */
public final class LedgerPair {
    public static final int NONE = -1;

    private final GroupedLedger one;
    private final GroupedLedger other;
    private final int keys;
    private final boolean keyed;
    private final boolean versioned;
    private final boolean positioned;

    private LedgerPair(LedgerRows one, LedgerRows other) {
        Ledger left = one.ledger();
        Ledger right = other.ledger();
        boolean whole = one.owed().onlyClients() && other.owed().onlyClients();
        this.versioned = left.knows(Column.VERSION) && right.knows(Column.VERSION);
        this.keyed = left.knows(Column.KEY) && right.knows(Column.KEY);
        this.positioned = keyed && left.knows(Column.POSITION) && right.knows(Column.POSITION);
        Keys all = keyed ? Keys.of(left, right) : Keys.one(left.size() + right.size());
        this.keys = all.count();
        this.one = new GroupedLedger(left, all, 0, row -> whole || one.operation(row) >= 0);
        this.other = new GroupedLedger(right, all, left.size(), row -> whole || other.operation(row) >= 0);
    }

    public static LedgerPair of(LedgerRows one, LedgerRows other) {
        return new LedgerPair(one, other);
    }

    public GroupedLedger one() {
        return one;
    }

    public GroupedLedger other() {
        return other;
    }

    /** How many keys they have together. */
    public int size() {
        return keys;
    }

    /** A key that has rows to compare; 0 if there are none but one. */
    public long id(int key) {
        if (!keyed) {
            return 0;
        }
        return one.count(key) > 0 ? one.id(key) : other.id(key);
    }

    /** Position of the first row in which a key's rows differ, or {@link #NONE}. */
    public int firstDifference(int key) {
        if (!positioned || !one.inSequence(key) || !other.inSequence(key)) {
            one.asSet(key, versioned);
            other.asSet(key, versioned);
        }
        int common = Math.min(one.count(key), other.count(key));
        for (int i = 0; i < common; i++) {
            boolean version = !versioned || one.version(key, i) == other.version(key, i);
            if (!version || one.operation(key, i) != other.operation(key, i)) {
                return i;
            }
        }
        return one.count(key) == other.count(key) ? NONE : common;
    }
}
