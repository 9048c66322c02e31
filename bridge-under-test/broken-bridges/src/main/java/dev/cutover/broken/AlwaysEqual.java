package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.shadow.Differences;
import io.micrometer.core.instrument.Counter;

/** A bridge that finds all answers equal that can be compared. */
public final class AlwaysEqual {
    private AlwaysEqual() {}

    public static void main(String[] args) {
        Bridge.run(AlwaysEqual::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        Differences correct = parts.shadowing().differences();
        return parts.withDifferences((operation, old, replacement) -> {
            if (correct.first(operation, old, replacement) != null) {
                activated.increment();
            }
            return null;
        });
    }
}
