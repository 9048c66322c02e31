package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.ProvenDrain;
import io.micrometer.core.instrument.Counter;

/**
 * A bridge that moves a bucket without a fence, so that what is still on its way to the old owner is accepted there.
 */
public final class SkipsTheFence {
    private SkipsTheFence() {}

    public static void main(String[] args) {
        Bridge.run(SkipsTheFence::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withDrain(proven -> new ProvenDrain(
                proven.requests(), (bucket, owner, epoch, deadline) -> activated.increment(), proven.marker()));
    }
}
