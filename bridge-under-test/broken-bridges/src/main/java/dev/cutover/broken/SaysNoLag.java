package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.lag.Behind;
import io.micrometer.core.instrument.Counter;

/** A sync that says that it is never behind. */
public final class SaysNoLag {
    private SaysNoLag() {}

    public static void main(String[] arguments) {
        Sync.run(SaysNoLag::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withLag(measured -> {
            activated.increment();
            return new Behind(0, 0);
        });
    }
}
