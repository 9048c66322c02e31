package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Does a statement of its own on the rows of one table that one direction has just written, in the same transaction. */
final class Touched implements Applying {
    private final Applying correct;
    private final Direction direction;
    private final TablePair pair;
    private final String statement;
    private final Counter activated;

    private Touched(Applying correct, Direction direction, TablePair pair, String statement, Counter activated) {
        this.correct = correct;
        this.direction = direction;
        this.pair = pair;
        this.statement = statement;
        this.activated = activated;
    }

    /** The statement's one parameter is the array of those rows' keys. */
    static Parts variant(Parts parts, Direction only, TablePair pair, String statement) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(only, correct -> new Touched(correct, only, pair, statement, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        List<ApplyResult> results = correct.apply(connection, changes);
        List<Long> written = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof ApplyResult.Applied) {
                Edit.written(changes.get(i), pair, direction.source())
                        .forEach(row -> written.add(row.row().number(pair.key(direction.source()))));
            }
        }
        if (!written.isEmpty()) {
            activated.increment(Sql.update(connection, statement, written));
        }
        return results;
    }
}
