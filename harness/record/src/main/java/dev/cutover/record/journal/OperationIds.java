package dev.cutover.record.journal;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Operation ids: run (16 bits, the first 0) · injector (12) · sequence (36); positive, unique in a run. */
public final class OperationIds {
    /** The testbed's own. */
    public static final int FIRST_INJECTOR = 1;

    private static final int SEQUENCE_BITS = 36;
    private static final int INJECTOR_BITS = 12;

    /** By which a UUID is known to carry an id: 58 bits that chance does not hit. */
    private static final long MARK = 0x2C07_0E72_10D5_A9EBL >>> 6;

    private static final String LARGEST = String.valueOf(Long.MAX_VALUE);

    private static final int MOST_DIGITS = LARGEST.length();

    private static final int MARK_BITS = 58;
    private static final long VERSION_8 = 0x8000L;

    private final long run;
    private final int injector;
    private final AtomicLong sequence = new AtomicLong();

    private OperationIds(long run, int injector) {
        this.run = run;
        this.injector = injector;
    }

    /** Those of the run with this seed. */
    public static OperationIds of(long seed) {
        return of(seed, FIRST_INJECTOR);
    }

    /** Those that one of several injectors of a run gives. */
    public static OperationIds of(long seed, int injector) {
        if (injector < FIRST_INJECTOR || injector >= 1 << INJECTOR_BITS) {
            throw new IllegalArgumentException("an injector's number is 1 … 4095, not " + injector);
        }
        return new OperationIds(Math.floorMod(seed, 0x7FFFL) + 1, injector);
    }

    public long next() {
        return (((run << INJECTOR_BITS) | injector) << SEQUENCE_BITS) | sequence.incrementAndGet();
    }

    /** Whether an id is one that this run may have given. */
    public boolean ofThisRun(long id) {
        return id >>> (INJECTOR_BITS + SEQUENCE_BITS) == run;
    }

    /** The id in a text: decimal, or a UUID that carries one; none if it is neither. */
    public static OptionalLong read(String text) {
        return text.length() == 36 ? uuid(text) : decimal(text);
    }

    /** None if it is larger than a long; texts of as many digits are in the order of their numbers. */
    private static OptionalLong decimal(String text) {
        int digits = text.length();
        boolean tooLarge = digits > MOST_DIGITS || (digits == MOST_DIGITS && text.compareTo(LARGEST) > 0);
        if (tooLarge || text.isEmpty() || text.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < digits; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            id = 10 * id + digit - '0';
        }
        return OptionalLong.of(id);
    }

    private static OptionalLong uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            long high = uuid.getMostSignificantBits();
            long low = uuid.getLeastSignificantBits();
            long id = ((high >>> 16) << 16) | ((high & 0xFFF) << 4) | ((low >>> MARK_BITS) & 0xF);
            return uuid(id).equals(uuid.toString()) ? OptionalLong.of(id) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /** A version-8 UUID that carries an id. */
    public static String uuid(long id) {
        long high = ((id >>> 16) << 16) | VERSION_8 | ((id >>> 4) & 0xFFF);
        long low = (1L << 63) | ((id & 0xF) << MARK_BITS) | MARK;
        return new UUID(high, low).toString();
    }
}
