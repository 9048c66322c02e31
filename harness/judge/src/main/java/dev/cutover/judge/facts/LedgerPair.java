package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import java.util.Arrays;

/** Two ledgers grouped by the same households. */
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
        System.arraycopy(Households.ids(one), 0, all, 0, one.size());
        System.arraycopy(Households.ids(other), 0, all, one.size(), other.size());
        LongIndex households = LongIndex.over(all);
        long[] ids = new long[all.length];
        int count = 0;
        for (long id : all) {
            if (households.number(id) == count) {
                ids[count++] = id;
            }
        }
        return new LedgerPair(
                Arrays.copyOf(ids, count), new GroupedLedger(one, households), new GroupedLedger(other, households));
    }

    public GroupedLedger one() {
        return one;
    }

    public GroupedLedger other() {
        return other;
    }

    /** How many households they have together. */
    public int size() {
        return ids.length;
    }

    public long id(int household) {
        return ids[household];
    }

    /** Position of the first row in which a household's ledgers differ, or {@link #NONE}. */
    public int firstDifference(int household) {
        int common = Math.min(one.count(household), other.count(household));
        for (int i = 0; i < common; i++) {
            if (one.version(household, i) != other.version(household, i)
                    || one.operation(household, i) != other.operation(household, i)) {
                return i;
            }
        }
        return one.count(household) == other.count(household) ? NONE : common;
    }
}
