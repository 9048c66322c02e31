package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.TargetRows;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A sync that commits the first of two customers whom a change touches 100 ms before the rest of the change. */
public final class TearsTransactions implements Applying {
    private static final long BETWEEN_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Direction direction;
    private final Applying correct;
    private final TargetRows target;
    private final Counter activated;

    private TearsTransactions(Direction direction, Applying correct, Counter activated) {
        this.direction = direction;
        this.correct = correct;
        this.target = new TargetRows(direction);
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(TearsTransactions::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(
                direction -> new TearsTransactions(direction, parts.applying().apply(direction), activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        List<Change> transfers =
                changes.stream().filter(change -> customers(change).size() > 1).toList();
        if (!transfers.isEmpty()) {
            tear(connection, transfers);
        }
        return correct.apply(connection, changes);
    }

    /** All of a batch at once: one wait for each transfer could not keep up. */
    private void tear(Connection connection, List<Change> transfers) throws SQLException {
        Versions versions = Versions.read(connection, direction.target(), transfers);
        List<RowChange> firsts = transfers.stream()
                .filter(versions::before)
                .map(change -> customers(change).getFirst())
                .toList();
        if (firsts.isEmpty()) {
            return;
        }
        target.write(connection, firsts);
        connection.commit();
        activated.increment(firsts.size());
        LockSupport.parkNanos(BETWEEN_NS);
    }

    private List<RowChange> customers(Change change) {
        return Edit.written(change, TablePair.CUSTOMER, direction.source()).toList();
    }
}
