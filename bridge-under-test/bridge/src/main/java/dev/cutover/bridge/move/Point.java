package dev.cutover.bridge.move;

/** Where a routing change can be made to crash: between every two of its steps, in their order. */
public enum Point {
    /** Nothing is done yet. */
    CHANGE_ASKED,
    /** Both directions of the sync are proven to work; no bucket moves yet. */
    PATHS_PROVEN,
    /** The epoch that a bucket will be fenced with is on disk. */
    EPOCH_DURABLE,
    /** The bucket's requests wait. */
    HELD,
    /** None of its requests is under way. */
    REQUESTS_ENDED,
    /** The fence is asked for; whether it was raised, the bridge does not know. */
    FENCE_ASKED,
    FENCE_ACKNOWLEDGED,
    MARKER_SENT,
    MARKER_SEEN,
    /** The new owner is on disk; requests still wait. */
    OWNER_DURABLE,
    /** The new owner serves. */
    RELEASED,
    /** All buckets are where they belong; the routing they make is not declared yet. */
    BUCKETS_MOVED,
    /** The routing is on disk and in force; whoever asked for it does not know. */
    ROUTING_RECORDED
}
