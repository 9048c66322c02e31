package dev.cutover.record.journal;

import java.nio.ByteBuffer;

/**
 * A slot's first word: its outcome, and above that 56 bits of checksum over the slot's number and all that the outcome vouches for. Both
 * are written at once, so a slot fits its word at every instant, whenever its writer is killed: that of a running operation vouches for
 * nothing of the answer.
 */
public final class SlotState {
    private static final long CODE = 0xFF;
    private static final long ODD = 0x9E3779B97F4A7C15L;
    /** In a word that holds more of the answer: the fault mask, the kind and the phase invoked. */
    private static final long OF_THE_INTENT = 0xFFFF_FFFF_FFFFL;

    private SlotState() {}

    /**
     * The word of a slot whose other fields are written.
     *
     * @param slot its number
     */
    public static long of(ByteBuffer region, int at, long slot, Outcome outcome) {
        return word(region, at, slot, outcome.code());
    }

    static int code(long state) {
        return (int) (state & CODE);
    }

    /** Whether a slot is as its writer left it; one that was never written is not. */
    static boolean intact(ByteBuffer region, int at, long slot) {
        long state = (long) Slots.LONG.getAcquire(region, at + Slots.STATE);
        int code = code(state);
        return Outcome.written(code) && state == word(region, at, slot, code);
    }

    private static long word(ByteBuffer region, int at, long slot, int code) {
        boolean ended = code >= Outcome.OK.code();
        long shared = region.getLong(at + Slots.FAULT_MASK);
        long sum = mixed(slot + 1, code);
        sum = mixed(sum, region.getLong(at + Slots.INVOKED_NS));
        sum = mixed(sum, region.getLong(at + Slots.OPERATION));
        sum = mixed(sum, region.getLong(at + Slots.KEY));
        sum = mixed(sum, region.getLong(at + Slots.SUBJECT));
        sum = mixed(sum, ended ? shared : shared & OF_THE_INTENT);
        if (ended) {
            sum = mixed(sum, region.getLong(at + Slots.RETURNED_NS));
            sum = mixed(sum, region.getLong(at + Slots.VERSION));
        }
        return (sum & ~CODE) | code;
    }

    /** One to one in each of the two, so no change of one word is ever lost on the way. */
    private static long mixed(long sum, long word) {
        long product = (sum ^ word) * ODD;
        return product ^ (product >>> 32);
    }
}
