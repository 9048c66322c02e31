package dev.cutover.bridge.shadow;

import java.util.Map;

/** The headers that make a request to the new system a shadow. */
@FunctionalInterface
public interface ShadowHeaders {

    Map<String, String> headers();

    /** Rolled back after the answer was computed, and without effects on third parties. */
    static ShadowHeaders harmless() {
        return () -> Map.of("X-Shadow", "true", "X-Effects", "suppress");
    }
}
