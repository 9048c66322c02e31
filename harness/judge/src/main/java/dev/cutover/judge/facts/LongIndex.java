package dev.cutover.judge.facts;

import java.util.Arrays;

/**
 * Gives each distinct long a dense number 0, 1, 2 … in the order of arrival.
 * Keys in a narrow range are numbered by a plain array, others by open addressing with linear probing.
 */
public final class LongIndex {
    private static final int NONE = -1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long lowest;
    private final boolean direct;
    private final int[] numbers;
    private final long[] keys;
    private int size;

    /** For at most {@code expected} distinct keys, all between the two bounds. */
    public LongIndex(long lowest, long highest, int expected) {
        long span = highest - lowest;
        this.lowest = lowest;
        this.direct = span >= 0 && span < 4L * expected + 1024;
        int buckets = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4);
        this.numbers = new int[direct ? (int) span + 1 : buckets];
        this.keys = direct ? new long[0] : new long[buckets];
        Arrays.fill(numbers, NONE);
    }

    /** An index that has room for all these keys. */
    public static LongIndex over(long[] keys) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (long key : keys) {
            lowest = Math.min(lowest, key);
            highest = Math.max(highest, key);
        }
        return keys.length == 0 ? new LongIndex(0, 0, 0) : new LongIndex(lowest, highest, keys.length);
    }

    public int size() {
        return size;
    }

    /** The key's number, which may be a new one. */
    public int number(long key) {
        int bucket = bucket(key);
        if (bucket == NONE) {
            throw new IllegalArgumentException(key + " lies outside the range of this index");
        }
        if (numbers[bucket] == NONE) {
            if (!direct) {
                keys[bucket] = key;
            }
            numbers[bucket] = size++;
        }
        return numbers[bucket];
    }

    /** The key's number, or -1. */
    public int find(long key) {
        int bucket = bucket(key);
        return bucket == NONE ? NONE : numbers[bucket];
    }

    private int bucket(long key) {
        if (direct) {
            long at = key - lowest;
            return at >= 0 && at < numbers.length ? (int) at : NONE;
        }
        int mask = numbers.length - 1;
        // The product's upper bits depend on every bit of the key.
        int at = (int) ((key * GOLDEN) >>> Long.numberOfLeadingZeros(mask));
        while (numbers[at] != NONE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
