package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import io.micrometer.core.instrument.Counter;

/** A sync whose forward direction tells Kafka that changes need not come again 300 ms before it applies them. */
public final class OffsetBeforeApply {
    /** As long as the slow sync's, which does no harm by itself: a kill must be able to meet it. */
    private static final long BETWEEN_MS = 300;

    private OffsetBeforeApply() {}

    public static void main(String[] arguments) {
        Sync.run(parts -> variant(parts, Direction.OLD_TO_NEW));
    }

    static Parts variant(Parts parts, Direction only) {
        Counter activated = Defect.activated(parts);
        return parts.withPace(publishedAt -> publishedAt + BETWEEN_MS).withArrival(only, forget -> {
            forget.run();
            activated.increment();
        });
    }
}
