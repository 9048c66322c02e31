package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.TargetRows;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A sync whose back direction applies the ledger and the version of a change at once, and its customers and orders with
 * the first change that comes 2 s later.
 */
public final class LedgerFirst implements Applying {
    static final long LATE_NS = TimeUnit.SECONDS.toNanos(2);

    private record Late(long due, List<RowChange> rows) {}

    private final Applying correct;
    private final TargetRows target = new TargetRows(Direction.NEW_TO_OLD);
    private final LongSupplier clock;
    private final Counter activated;
    /** In the order of the changes: so each household's rows are written in their order. */
    private final Deque<Late> late = new ArrayDeque<>();

    private LedgerFirst(Applying correct, LongSupplier clock, Counter activated) {
        this.correct = correct;
        this.clock = clock;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(parts -> variant(parts, System::nanoTime));
    }

    static Parts variant(Parts parts, LongSupplier clock) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.NEW_TO_OLD, correct -> new LedgerFirst(correct, clock, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        target.write(connection, due());
        List<ApplyResult> results = correct.apply(
                connection,
                changes.stream()
                        .map(change -> Edit.rows(change, rows(change, true)))
                        .toList());
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof ApplyResult.Applied) {
                late.add(new Late(clock.getAsLong() + LATE_NS, rows(changes.get(i), false)));
                activated.increment();
            }
        }
        return results;
    }

    private List<RowChange> due() {
        List<RowChange> due = new ArrayList<>();
        while (!late.isEmpty() && late.getFirst().due() - clock.getAsLong() <= 0) {
            due.addAll(late.removeFirst().rows());
        }
        return due;
    }

    private static List<RowChange> rows(Change change, boolean ledger) {
        return change.rows().stream()
                .filter(row -> row.table().equals(Schema.NEW.ledger()) == ledger)
                .toList();
    }
}
