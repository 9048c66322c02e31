package dev.cutover.record.journal;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Operation ids: run (16 bits, the first 0; from the seed) · injector (12) · sequence (36); positive, unique in a run. Systems keep them as
 * decimal numbers or as UUIDs of version 8. Safe for many threads.
 */
public final class OperationIds {
    private static final int INJECTOR = 1;
    private static final int SEQUENCE_BITS = 36;
    private static final int INJECTOR_BITS = 12;

    /** What fills the bits of a UUID that carry no id: no other UUID is taken for one of ours. */
    private static final long MARK = 0x8000_C070_4E52_0000L;

    private static final long VERSION = 0x8000L;

    private final long run;
    private final AtomicLong sequence = new AtomicLong();

    private OperationIds(long run) {
        this.run = run;
    }

    /** Those of the run with this seed. */
    public static OperationIds of(long seed) {
        return new OperationIds(Math.floorMod(seed, 0x7FFFL) + 1);
    }

    public long next() {
        return (((run << INJECTOR_BITS) | INJECTOR) << SEQUENCE_BITS) | sequence.incrementAndGet();
    }

    /** Whether one of this run's injectors may have given it. */
    public boolean ofThisRun(long id) {
        return id >>> (SEQUENCE_BITS + INJECTOR_BITS) == run;
    }

    /** The id in a text that a system kept: decimal, or what {@link #uuid} made; empty if it is neither. */
    public static OptionalLong read(String text) {
        try {
            return text.length() == 36 ? ofUuid(UUID.fromString(text)) : OptionalLong.of(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /** The id as a UUID: 48 bits, the version, 12 bits, the variant, 4 bits in the last digit. */
    public static String uuid(long id) {
        long high = ((id >>> 16) << 16) | VERSION | ((id >>> 4) & 0xFFFL);
        return new UUID(high, MARK | (id & 0xFL)).toString();
    }

    private static OptionalLong ofUuid(UUID uuid) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        boolean ours = (high & 0xF000L) == VERSION && (low & ~0xFL) == MARK;
        return ours
                ? OptionalLong.of(((high >>> 16) << 16) | ((high & 0xFFFL) << 4) | (low & 0xFL))
                : OptionalLong.empty();
    }
}
