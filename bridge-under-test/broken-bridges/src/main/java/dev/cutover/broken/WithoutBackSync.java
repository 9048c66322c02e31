package dev.cutover.broken;

import dev.cutover.sync.Applying;
import dev.cutover.sync.Direction;
import dev.cutover.sync.Outcome;
import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.VersionedApplying;

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
                        .<Outcome>map(change -> new Outcome.Applied())
                        .toList();
        };
    }
}
