package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.ProvenDrain;
import io.micrometer.core.instrument.Counter;

/** A bridge that moves a bucket without waiting for the sync to be through. */
public final class SkipsTheMarker {
    private SkipsTheMarker() {}

    public static void main(String[] args) {
        Bridge.run(SkipsTheMarker::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withDrain(proven -> new ProvenDrain(
                proven.requests(), proven.fence(), (bucket, owner, epoch, deadline) -> activated.increment()));
    }
}
