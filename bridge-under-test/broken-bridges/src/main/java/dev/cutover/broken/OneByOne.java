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
import java.util.ArrayList;
import java.util.List;

/**
 * Correct but odd: every change of old is applied in a transaction of its own. The other way it could not keep up with
 * the plan's latency in front of old, and a rollback would take too long, which is a defect.
 */
public final class OneByOne implements Applying {
    private final Applying correct;
    private final Counter activated;

    private OneByOne(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(OneByOne::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.OLD_TO_NEW, correct -> new OneByOne(correct, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        List<ApplyResult> results = new ArrayList<>();
        for (Change change : changes) {
            results.addAll(correct.apply(connection, List.of(change)));
            connection.commit();
            activated.increment();
        }
        return results;
    }
}
