package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import io.micrometer.core.instrument.Counter;

/** Correct but odd: changes and markers are applied at every full half second only, all at once. */
public final class CatchesUpInBursts {
    private static final long EVERY_MS = 500;

    private CatchesUpInBursts() {}

    public static void main(String[] arguments) {
        Sync.run(CatchesUpInBursts::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withPace(publishedAt -> {
            activated.increment();
            return (publishedAt / EVERY_MS + 1) * EVERY_MS;
        });
    }
}
