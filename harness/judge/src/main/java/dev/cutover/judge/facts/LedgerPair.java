package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.Ledger.Column;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same table of two systems, grouped by the same keys: as sequences where both know the positions, else as sets. Rows that are nobody's
 * count only where the table is the whole story on both; elsewhere each system may have its own.
 */
public final class LedgerPair {
    public static final int NONE = -1;

    private final long[] ids;
    private final GroupedLedger one;
    private final GroupedLedger other;
    private final boolean versioned;
    private final boolean positioned;

    private LedgerPair(LedgerRows one, LedgerRows other) {
        Ledger left = one.ledger();
        Ledger right = other.ledger();
        boolean whole = one.owed().onlyClients() && other.owed().onlyClients();
        IntPredicate wantedOfOne = row -> whole || one.operation(row) >= 0;
        IntPredicate wantedOfOther = row -> whole || other.operation(row) >= 0;
        this.versioned = left.knows(Column.VERSION) && right.knows(Column.VERSION);
        boolean keyed = left.knows(Column.KEY) && right.knows(Column.KEY);
        this.positioned = keyed && left.knows(Column.POSITION) && right.knows(Column.POSITION);
        IntToLongFunction keyOfOne = row -> keyed ? left.key(row) : 0;
        IntToLongFunction keyOfOther = row -> keyed ? right.key(row) : 0;
        long[] all =
                LongStream.concat(keys(left, keyOfOne), keys(right, keyOfOther)).toArray();
        LongIndex keys = LongIndex.over(all);
        long[] found = new long[all.length];
        int count = 0;
        for (long id : all) {
            if (keys.number(id) == count) {
                found[count++] = id;
            }
        }
        this.ids = Arrays.copyOf(found, count);
        this.one = new GroupedLedger(left, keyOfOne, keys, wantedOfOne);
        this.other = new GroupedLedger(right, keyOfOther, keys, wantedOfOther);
    }

    private static LongStream keys(Ledger ledger, IntToLongFunction key) {
        return IntStream.range(0, ledger.size()).mapToLong(key);
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
        return ids.length;
    }

    public long id(int key) {
        return ids[key];
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
