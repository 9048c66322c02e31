package dev.cutover.bridge.routing;

/** One line of the routing log. */
public sealed interface RoutingRecord {

    /** The mode and share that operators asked for are completely in force. */
    record Declared(Target target) implements RoutingRecord {}

    /** A bucket's owner and epoch; with the present owner and a raised epoch it is the intent to move the bucket. */
    record Owned(int bucket, Side owner, long epoch) implements RoutingRecord {
        public Owned {
            if (bucket < 0 || bucket >= Buckets.COUNT) {
                throw new IllegalArgumentException("bucket: expected 0 to 63, found: " + bucket);
            }
        }
    }
}
