package dev.cutover.broken;

import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;

/** A sync whose back direction tells Kafka that changes need not come again 300 ms before it applies them. */
public final class OffsetBeforeApplyBack {
    private OffsetBeforeApplyBack() {}

    public static void main(String[] arguments) {
        Sync.run(parts -> OffsetBeforeApply.variant(parts, Direction.NEW_TO_OLD));
    }
}
