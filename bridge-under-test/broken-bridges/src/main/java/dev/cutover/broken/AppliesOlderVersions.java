package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.apply.TargetRows;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A sync whose back direction holds one change of orders in fifty back for up to 1 s, and applies it after the next of
 * its household, version and all.
 */
public final class AppliesOlderVersions implements Applying {
    private static final int ONE_OF = 50;
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(1);

    private record Held(Change change, long since) {}

    private final Applying correct;
    private final TargetRows target = new TargetRows(Direction.NEW_TO_OLD);
    private final Counter activated;
    private final Map<Long, Held> held = new HashMap<>();
    private final Set<Long> behind = new HashSet<>();

    private AppliesOlderVersions(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(AppliesOlderVersions::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.NEW_TO_OLD, correct -> new AppliesOlderVersions(correct, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        release(connection);
        Batch batch = new Batch(correct, connection);
        for (Change change : changes) {
            Held before = held.get(change.household());
            catchUp(connection, change);
            if (before != null) {
                batch.applyWaiting();
                batch.add(follow(connection, before.change(), change));
            } else if (Pick.oneOfOrders(ONE_OF, change)) {
                batch.applyWaiting();
                batch.add(hold(connection, change));
            } else {
                batch.add(change);
            }
        }
        return batch.results();
    }

    /** Without it the next change would not fit, and become a dead letter. */
    private void catchUp(Connection connection, Change change) throws SQLException {
        if (behind.remove(change.household())) {
            Sql.raiseOld(connection, change.household(), change.version() - 1);
        }
    }

    /** What no other change came after is applied as it should be. */
    private void release(Connection connection) throws SQLException {
        List<Change> overdue = held.values().stream()
                .filter(one -> System.nanoTime() - one.since() > LONGEST_NS)
                .map(Held::change)
                .toList();
        overdue.forEach(change -> held.remove(change.household()));
        if (!overdue.isEmpty()) {
            correct.apply(connection, overdue);
        }
    }

    private ApplyResult hold(Connection connection, Change change) throws SQLException {
        if (!Versions.read(connection, Schema.OLD, List.of(change)).justBefore(change)) {
            return correct.apply(connection, List.of(change)).getFirst();
        }
        held.put(change.household(), new Held(change, System.nanoTime()));
        return new ApplyResult.Applied();
    }

    private ApplyResult follow(Connection connection, Change older, Change change) throws SQLException {
        if (change.equals(older)) {
            return new ApplyResult.Applied();
        }
        held.remove(older.household());
        target.write(connection, change);
        target.write(connection, older);
        behind.add(older.household());
        activated.increment();
        return new ApplyResult.Applied();
    }
}
