package dev.cutover.judge.facts;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Puts operations in order of a time: a merge sort that moves only what stands wrong, since a journal is almost in order already. */
public final class TimeOrder {
    private static final int FEW = 16;

    private final long[] time;
    private final int[] operations;
    private final int[] spare;

    private TimeOrder(long[] time, int[] operations) {
        this.time = time;
        this.operations = operations;
        this.spare = new int[operations.length];
    }

    /** Those wanted of so many operations, in ascending order of a time; of the same time, in ascending order. */
    public static int[] of(int size, IntPredicate wanted, IntToLongFunction timeOf) {
        long[] time = new long[size];
        int[] operations = new int[size];
        int count = 0;
        boolean inOrder = true;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (wanted.test(i)) {
                time[i] = timeOf.applyAsLong(i);
                operations[count++] = i;
                inOrder &= last <= time[i];
                last = time[i];
            }
        }
        int[] sorted = Arrays.copyOf(operations, count);
        if (!inOrder) {
            new TimeOrder(time, sorted).sort(0, count);
        }
        return sorted;
    }

    private void sort(int from, int until) {
        if (until - from <= FEW) {
            for (int at = from + 1; at < until; at++) {
                insert(from, at);
            }
            return;
        }
        int middle = (from + until) >>> 1;
        sort(from, middle);
        sort(middle, until);
        merge(from, middle, until);
    }

    /** Moves an operation to its place among those before it. */
    private void insert(int from, int at) {
        int operation = operations[at];
        int to = at;
        while (to > from && time[operations[to - 1]] > time[operation]) {
            operations[to] = operations[to - 1];
            to--;
        }
        operations[to] = operation;
    }

    private void merge(int from, int middle, int until) {
        int to = middle;
        while (to > from && time[operations[to - 1]] > time[operations[middle]]) {
            to--;
        }
        int left = to;
        int right = middle;
        System.arraycopy(operations, left, spare, left, middle - left);
        while (left < middle) {
            boolean takeLeft = right == until || time[spare[left]] <= time[operations[right]];
            operations[to++] = takeLeft ? spare[left++] : operations[right++];
        }
    }
}
