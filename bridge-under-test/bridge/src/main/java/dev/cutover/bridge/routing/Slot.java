package dev.cutover.bridge.routing;

/** Who owns a bucket, and the fencing epoch its requests carry; 0 at first. */
public record Slot(Side owner, long epoch) {
    public Slot {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch: expected 0 or more, found: " + epoch);
        }
    }
}
