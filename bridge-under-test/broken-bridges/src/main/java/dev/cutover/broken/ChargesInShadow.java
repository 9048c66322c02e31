package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import java.util.Map;

/** A bridge whose shadow requests lack {@code X-Effects: suppress}, so that mode dual really charges. */
public final class ChargesInShadow {
    private ChargesInShadow() {}

    public static void main(String[] args) {
        Bridge.run(parts -> parts.withShadowHeaders(() -> Map.of("X-Shadow", "true")));
    }
}
