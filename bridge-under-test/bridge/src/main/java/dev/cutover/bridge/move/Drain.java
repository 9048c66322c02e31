package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;

/**
 * Proves that nothing of a held bucket is left on its way: neither requests to its owner, nor changes to the other
 * side.
 */
public interface Drain {

    /** How long the fence and the marker took, in milliseconds. */
    record Proof(double drainMs, double markerMs) {}

    /** Blocks; throws MoveAborted if the proof is not complete by the deadline. */
    Proof drain(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted;
}
