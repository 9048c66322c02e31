package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.VersionedApplying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import java.util.function.Predicate;

/** Defect: deleted rows stay on the other side; the ledger and the version travel as they should. */
public final class SkipsDeletes {
    private SkipsDeletes() {}

    public static void main(String[] arguments) {
        Sync.run(parts());
    }

    static Parts parts() {
        return Parts.standard().withApplying(SkipsDeletes::applying);
    }

    private static Applying applying(Direction direction) {
        Applying correct = new VersionedApplying(direction);
        return (connection, changes) -> correct.apply(
                connection, changes.stream().map(SkipsDeletes::withoutDeletions).toList());
    }

    private static Change withoutDeletions(Change change) {
        return new Change(
                change.household(),
                change.version(),
                change.operation(),
                change.committedAt(),
                change.rows().stream()
                        .filter(Predicate.not(RowChange::deletion))
                        .toList());
    }
}
