package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.VersionedApplying;
import dev.cutover.sync.schema.Direction;

/** Defect: the back sync acknowledges markers and counts changes as applied, but writes none. */
public final class WithoutBackSync {
    private WithoutBackSync() {}

    public static void main(String[] arguments) {
        Sync.run(parts());
    }

    static Parts parts() {
        return Parts.standard().withApplying(WithoutBackSync::applying);
    }

    private static Applying applying(Direction direction) {
        return switch (direction) {
            case OLD_TO_NEW -> new VersionedApplying(direction);
            case NEW_TO_OLD ->
                (connection, changes) -> changes.stream()
                        .<ApplyResult>map(change -> new ApplyResult.Applied())
                        .toList();
        };
    }
}
