package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;

/** Numbers the keys of ledgers densely, so that what is known of each lies in an array. */
public final class Keys {
    private Keys() {}

    /** Each row's key number, from 0 in the order of appearance. */
    public static int[] of(Ledger ledger) {
        LongIndex index = LongIndex.over(ids(ledger));
        int[] numbers = new int[ledger.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = index.number(ledger.key(row));
        }
        return numbers;
    }

    /** How many different numbers there are. */
    public static int count(int[] numbers) {
        int highest = -1;
        for (int number : numbers) {
            highest = Math.max(highest, number);
        }
        return highest + 1;
    }

    /** Each row's key id. */
    public static long[] ids(Ledger ledger) {
        long[] ids = new long[ledger.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = ledger.key(row);
        }
        return ids;
    }
}
