package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;

/** A bridge that says that keys moved, and shows it, while every request goes to old as before. */
public final class DeclaresWithoutMoving {
    private DeclaresWithoutMoving() {}

    public static void main(String[] args) {
        Bridge.run(DeclaresWithoutMoving::variant);
    }

    static Parts variant(Parts parts) {
        return StaysOnOld.variant(parts, exchange -> true);
    }
}
