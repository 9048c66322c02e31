package dev.cutover.chaos.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Which faults may be active now, one bit each; a bit is free again when its fault is healed. For one thread. */
final class FaultMask {

    private final IntConsumer listener;
    private final Map<String, Integer> bits = new HashMap<>();
    private int mask;

    FaultMask(IntConsumer listener) {
        this.listener = listener;
    }

    /** Returns the number of its bit, 0 … 31. */
    int set(String fault) {
        // With all 32 taken, the highest stands for several.
        int bit = mask == -1 ? Integer.MIN_VALUE : Integer.lowestOneBit(~mask);
        bits.put(fault, bit);
        update(mask | bit);
        return Integer.numberOfTrailingZeros(bit);
    }

    void clear(String fault) {
        Integer bit = bits.remove(fault);
        if (bit != null && !bits.containsValue(bit)) {
            update(mask & ~bit);
        }
    }

    private void update(int bitsNow) {
        mask = bitsNow;
        listener.accept(mask);
    }
}
