package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.move.Drain;

/** A bridge that moves a bucket at once: requests in flight go on, nothing is fenced, no marker proves that the sync is through. */
public final class MovesWithoutDraining {
    private MovesWithoutDraining() {}

    public static void main(String[] args) {
        Bridge.run(parts -> parts.withDrain((bucket, owner, epoch, deadline) -> new Drain.Proof(0, 0)));
    }
}
