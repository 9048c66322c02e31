package dev.cutover.simulation;

/**
 * What a system is asked for.
 *
 * @param epoch which a fence is held against; negative: not fenced
 * @param shadow whether nothing may be left of it
 * @param effects whether it may have an effect outside
 */
record Request(Asked asked, long idempotencyKey, int bucket, long epoch, boolean shadow, boolean effects) {

    /** What a client asks for; the same in every attempt. */
    record Asked(int number, long id, int key, int kind, long subject, int amount) {}
}
