package dev.cutover.judge.property;

import java.util.Arrays;

/** The last operation of each key that was seen, and in which epoch; both in one long, since each look is one far read. */
final class LastSeen {
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] last;

    LastSeen(int keys) {
        this.last = new long[keys];
        Arrays.fill(last, NEVER);
    }

    void see(int key, int operationOfKey, int inEpoch) {
        last[key] = ((long) inEpoch << Integer.SIZE) | operationOfKey;
    }

    /** Whether a key's was in this epoch. */
    boolean in(int number, int key) {
        return last[key] >> Integer.SIZE == number;
    }

    /** A key's; of no meaning if none was seen. */
    int operation(int key) {
        return (int) last[key];
    }
}
