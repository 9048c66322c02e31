package dev.cutover.bridge.routing;

/**
 * A routing that was asked for: a mode, and the share of buckets on new, 0 to 1 (0 and 1 for the modes without a
 * choice).
 */
public record Target(Mode mode, double newShare) {
    public Target {
        if (!(newShare >= 0 && newShare <= 1)) {
            throw new IllegalArgumentException("newShare: expected a number from 0 to 1, found: " + newShare);
        }
        newShare = switch (mode) {
            case OLD, DUAL -> 0;
            case SPLIT -> newShare;
            case NEW -> 1;
        };
    }

    /** The side a bucket belongs to once this is in force. */
    public Side owner(int bucket) {
        return bucket < Buckets.onNew(newShare) ? Side.NEW : Side.OLD;
    }
}
