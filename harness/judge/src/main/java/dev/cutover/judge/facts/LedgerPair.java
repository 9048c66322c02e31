package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import java.util.Arrays;

/** Two ledgers grouped by the same keys. */
public final class LedgerPair {
    public static final int NONE = -1;

    private final long[] ids;
    private final GroupedLedger one;
    private final GroupedLedger other;

    private LedgerPair(long[] ids, GroupedLedger one, GroupedLedger other) {
        this.ids = ids;
        this.one = one;
        this.other = other;
    }

    public static LedgerPair of(Ledger one, Ledger other) {
        long[] all = new long[one.size() + other.size()];
        System.arraycopy(Keys.ids(one), 0, all, 0, one.size());
        System.arraycopy(Keys.ids(other), 0, all, one.size(), other.size());
        LongIndex keys = LongIndex.over(all);
        long[] ids = new long[all.length];
        int count = 0;
        for (long id : all) {
            if (keys.number(id) == count) {
                ids[count++] = id;
            }
        }
        return new LedgerPair(Arrays.copyOf(ids, count), new GroupedLedger(one, keys), new GroupedLedger(other, keys));
    }

    public GroupedLedger one() {
        return one;
    }

    public GroupedLedger other() {
        return other;
    }

    /** How many keys they have together. */
    public int size() {
        return ids.length;
    }

    public long id(int key) {
        return ids[key];
    }

    /** Position of the first row in which a key's ledgers differ, or {@link #NONE}. */
    public int firstDifference(int key) {
        int common = Math.min(one.count(key), other.count(key));
        for (int i = 0; i < common; i++) {
            if (one.version(key, i) != other.version(key, i) || one.operation(key, i) != other.operation(key, i)) {
                return i;
            }
        }
        return one.count(key) == other.count(key) ? NONE : common;
    }
}
