package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.schema.Direction;
import io.micrometer.core.instrument.Counter;

/** Defect: the back sync acknowledges markers and counts changes as applied, but writes none. */
public final class WithoutBackSync {
    private WithoutBackSync() {}

    public static void main(String[] arguments) {
        Sync.run(WithoutBackSync::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.NEW_TO_OLD, correct -> (connection, changes) -> {
            activated.increment(changes.size());
            return changes.stream()
                    .<ApplyResult>map(change -> new ApplyResult.Applied())
                    .toList();
        });
    }
}
