package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A sync whose back direction raises the version for one change of orders in a hundred, and applies nothing of it. */
public final class SkipsOneInAHundred implements Applying {
    private static final int ONE_OF = 100;

    private final Applying correct;
    private final Counter activated;

    private SkipsOneInAHundred(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(SkipsOneInAHundred::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.NEW_TO_OLD, correct -> new SkipsOneInAHundred(correct, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        Batch batch = new Batch(correct, connection);
        for (Change change : changes) {
            if (Pick.oneOfOrders(ONE_OF, change)) {
                batch.applyWaiting();
                batch.add(skip(connection, change));
            } else {
                batch.add(change);
            }
        }
        return batch.results();
    }

    private ApplyResult skip(Connection connection, Change change) throws SQLException {
        activated.increment(Sql.raiseOld(connection, change.household(), change.version()));
        return new ApplyResult.Applied();
    }
}
