package dev.cutover.judge.facts;

import dev.cutover.record.evidence.History;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Some operations of a history, grouped by key (a counting sort); each key's can be put in order of a time (a merge sort). */
public final class KeyOrder {
    private final int[] start;
    private final int[] operations;

    private KeyOrder(int[] start, int[] operations) {
        this.start = start;
        this.operations = operations;
    }

    public static KeyOrder of(History history, IntPredicate wanted) {
        LongIndex keys = keys(history);
        int[] start = new int[keys.size() + 1];
        for (int i = 0; i < history.size(); i++) {
            if (wanted.test(i)) {
                start[keys.find(history.key(i)) + 1]++;
            }
        }
        for (int key = 1; key < start.length; key++) {
            start[key] += start[key - 1];
        }
        int[] next = start.clone();
        int[] operations = new int[start[start.length - 1]];
        for (int i = 0; i < history.size(); i++) {
            if (wanted.test(i)) {
                operations[next[keys.find(history.key(i))]++] = i;
            }
        }
        return new KeyOrder(start, operations);
    }

    /** Numbers a history's keys from 0. */
    public static LongIndex keys(History history) {
        long[] all = new long[history.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = history.key(i);
        }
        LongIndex keys = LongIndex.over(all);
        for (long key : all) {
            keys.number(key);
        }
        return keys;
    }

    /** How many keys there are. */
    public int keys() {
        return start.length - 1;
    }

    /** Where a key's operations begin. */
    public int from(int key) {
        return start[key];
    }

    /** Where the next key's operations begin. */
    public int until(int key) {
        return start[key + 1];
    }

    /** The operations key by key, each key's in ascending order of a time. */
    public int[] by(IntToLongFunction time) {
        int[] sorted = operations.clone();
        int[] spare = new int[sorted.length];
        for (int key = 0; key < keys(); key++) {
            sort(sorted, from(key), until(key), spare, time);
        }
        return sorted;
    }

    private static void sort(int[] items, int from, int until, int[] spare, IntToLongFunction time) {
        if (until - from < 2) {
            return;
        }
        int middle = (from + until) >>> 1;
        sort(items, from, middle, spare, time);
        sort(items, middle, until, spare, time);
        // A journal is almost in order already.
        if (time.applyAsLong(items[middle - 1]) > time.applyAsLong(items[middle])) {
            merge(items, from, middle, until, spare, time);
        }
    }

    private static void merge(int[] items, int from, int middle, int until, int[] spare, IntToLongFunction time) {
        System.arraycopy(items, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int to = from; left < middle; to++) {
            boolean takeLeft = right == until || time.applyAsLong(spare[left]) <= time.applyAsLong(items[right]);
            items[to] = takeLeft ? spare[left++] : items[right++];
        }
    }
}
