package dev.cutover.judge.property;

import java.util.Arrays;

/** The last operation of each key that was seen, and in which epoch. */
final class LastSeen {
    private static final int NEVER = Integer.MIN_VALUE;

    private final int[] operation;
    private final int[] epoch;

    LastSeen(int keys) {
        this.operation = new int[keys];
        this.epoch = new int[keys];
        Arrays.fill(epoch, NEVER);
    }

    void see(int key, int operationOfKey, int inEpoch) {
        operation[key] = operationOfKey;
        epoch[key] = inEpoch;
    }

    /** Whether a key's was in this epoch. */
    boolean in(int number, int key) {
        return epoch[key] == number;
    }

    /** A key's; of no meaning if none was seen. */
    int operation(int key) {
        return operation[key];
    }
}
