package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;

/** Correct but odd: every change and marker is applied 300 ms after it was published; throughput is the same. */
public final class SlowSync {
    private static final long LATE_MS = 300;

    private SlowSync() {}

    public static void main(String[] arguments) {
        Sync.run(SlowSync::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withPace(publishedAt -> publishedAt + LATE_MS);
    }
}
