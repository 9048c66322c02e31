package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.ProvenDrain;
import io.micrometer.core.instrument.Counter;

/**
 * Correct but odd: a bucket moves while requests of it are in flight; the fence waits for writes in progress, and
 * refuses those that come later, which are sent again to the new owner.
 */
public final class LeavesRequestsInFlight {
    private LeavesRequestsInFlight() {}

    public static void main(String[] args) {
        Bridge.run(LeavesRequestsInFlight::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withDrain(proven -> new ProvenDrain(
                (bucket, owner, epoch, deadline) -> activated.increment(), proven.fence(), proven.marker()));
    }
}
