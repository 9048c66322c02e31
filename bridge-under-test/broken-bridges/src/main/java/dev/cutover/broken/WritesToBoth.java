package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;
import java.util.Map;

/**
 * A bridge whose shadow requests are not marked as such, so that in mode dual new really writes, and really charges.
 */
public final class WritesToBoth {
    private WritesToBoth() {}

    public static void main(String[] args) {
        Bridge.run(WritesToBoth::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withShadowHeaders(() -> {
            activated.increment();
            return Map.of();
        });
    }
}
