package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.History;
import java.util.Arrays;

/** The keys of rows, or of operations, numbered from 0 in the order of appearance, so that what is known of each key lies in an array. */
public final class Keys {
    private final LongIndex index;
    private final int[] numbers;

    private Keys(long[] ids) {
        this.index = LongIndex.over(ids);
        this.numbers = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            numbers[i] = index.number(ids[i]);
        }
    }

    public static Keys of(Ledger ledger) {
        return new Keys(ids(ledger));
    }

    /** Those of two tables; the other's rows come after the one's. */
    static Keys of(Ledger one, Ledger other) {
        long[] ids = Arrays.copyOf(ids(one), one.size() + other.size());
        System.arraycopy(ids(other), 0, ids, one.size(), other.size());
        return new Keys(ids);
    }

    /** So many rows that are all of one key. */
    static Keys one(int rows) {
        return new Keys(new long[rows]);
    }

    public static Keys of(History history) {
        long[] ids = new long[history.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = history.key(i);
        }
        return new Keys(ids);
    }

    private static long[] ids(Ledger ledger) {
        long[] ids = new long[ledger.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = ledger.key(row);
        }
        return ids;
    }

    /** How many different keys there are. */
    public int count() {
        return index.size();
    }

    /** The number of a key, or -1 if there is none. */
    public int find(long id) {
        return index.find(id);
    }

    /** The number of the key of a row, or of an operation. */
    public int number(int i) {
        return numbers[i];
    }
}
