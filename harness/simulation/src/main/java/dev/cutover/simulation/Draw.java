package dev.cutover.simulation;

/**
 * Chance as a function: the same seed and the same place always give the same number, whatever else was drawn before. So leaving out an
 * operation does not change what happens to the others, and a failing schedule can be shrunk.
 */
record Draw(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FRACTION_BITS = 53;

    /** A number for each place (splitmix64). */
    long bits(long place) {
        return mixed(mixed(seed + GOLDEN) ^ mixed(place + GOLDEN));
    }

    /** From 0 up to, without, 1. */
    double share(long place) {
        return (bits(place) >>> (Long.SIZE - FRACTION_BITS)) * 0x1.0p-53;
    }

    /** From a number up to, without, another. */
    long between(long from, long until, long place) {
        return from + (long) (share(place) * (until - from));
    }

    /** One of so many, from 0. */
    int of(int count, long place) {
        return (int) between(0, count, place);
    }

    /** Another seed for each place: what is drawn there has nothing to do with what is drawn here. */
    Draw at(long place) {
        return new Draw(bits(place));
    }

    /** One place for two numbers. */
    static long place(long one, long other) {
        return mixed(one * GOLDEN + other);
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
