package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import java.util.function.Predicate;

/** Defect: deleted rows stay on the other side; the ledger and the version travel as they should. */
public final class SkipsDeletes {
    private SkipsDeletes() {}

    public static void main(String[] arguments) {
        Sync.run(SkipsDeletes::variant);
    }

    static Parts variant(Parts parts) {
        Parts forward = Altered.variant(parts, Direction.OLD_TO_NEW, SkipsDeletes::withoutDeletions);
        return Altered.variant(forward, Direction.NEW_TO_OLD, SkipsDeletes::withoutDeletions);
    }

    private static Change withoutDeletions(Change change) {
        return Edit.rows(
                change,
                change.rows().stream()
                        .filter(Predicate.not(RowChange::deletion))
                        .toList());
    }
}
