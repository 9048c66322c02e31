package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;
import java.util.Map;

/** A bridge whose shadow requests lack {@code X-Effects: suppress}, so that mode dual really charges. */
public final class ChargesInShadow {
    private ChargesInShadow() {}

    public static void main(String[] args) {
        Bridge.run(ChargesInShadow::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withShadowHeaders(() -> {
            activated.increment();
            return Map.of("X-Shadow", "true");
        });
    }
}
