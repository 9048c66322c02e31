package dev.cutover.scenarios.load;

import java.util.concurrent.atomic.AtomicLong;

/** Operation ids: run (16 bits, the first 0) · injector (12) · sequence (36); positive, unique in a run. */
final class OperationIds {
    private static final int INJECTOR = 1;
    private static final int SEQUENCE_BITS = 36;
    private static final int INJECTOR_BITS = 12;

    private final long prefix;
    private final AtomicLong sequence = new AtomicLong();

    OperationIds(long seed) {
        long run = Math.floorMod(seed, 0x7FFFL) + 1;
        prefix = ((run << INJECTOR_BITS) | INJECTOR) << SEQUENCE_BITS;
    }

    long next() {
        return prefix | sequence.incrementAndGet();
    }
}
