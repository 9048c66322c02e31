package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.Drain;
import io.micrometer.core.instrument.Counter;

/**
 * A bridge that moves a bucket at once: requests in flight go on, nothing is fenced, no marker proves that the sync is
 * through.
 */
public final class MovesWithoutDraining {
    private MovesWithoutDraining() {}

    public static void main(String[] args) {
        Bridge.run(MovesWithoutDraining::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withDrain(proven -> (bucket, owner, epoch, deadline) -> {
            activated.increment();
            return new Drain.Proof(0, 0);
        });
    }
}
