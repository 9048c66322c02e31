package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;

/** A bridge for which a marker is applied once three of the four partitions have it. */
public final class AwaitsThreePartitions {
    private static final int ENOUGH = 3;

    private AwaitsThreePartitions() {}

    public static void main(String[] args) {
        Bridge.run(AwaitsThreePartitions::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withMarkers(partitions -> {
            boolean enough = partitions.cardinality() >= ENOUGH;
            if (enough) {
                activated.increment();
            }
            return enough;
        });
    }
}
