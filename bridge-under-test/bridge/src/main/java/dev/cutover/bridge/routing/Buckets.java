package dev.cutover.bridge.routing;

/** The fixed hash of households into 64 buckets, and which of them a share puts on new. */
public final class Buckets {
    public static final int COUNT = 64;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private Buckets() {}

    /** The bucket of a household, 0 to 63. */
    public static int of(long household) {
        return (int) ((household * GOLDEN_RATIO) >>> 58);
    }

    /** How many buckets, counted from 0, a share from 0 to 1 puts on new; never falls when the share rises. */
    public static int onNew(double share) {
        return (int) Math.ceil(COUNT * share);
    }
}
