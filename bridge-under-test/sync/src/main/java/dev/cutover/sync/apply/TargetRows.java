package dev.cutover.sync.apply;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of changes into one direction's target, whatever is there; who asks for it has compared versions. */
public final class TargetRows {
    private final Direction direction;
    private final TargetSql sql;

    public TargetRows(Direction direction) {
        this.direction = direction;
        this.sql = new TargetSql(direction);
    }

    /** Writes rows in order; the household's version stays. */
    public void write(Connection connection, List<RowChange> rows) throws SQLException {
        Script script = new Script();
        rows.forEach(row -> add(script, row));
        script.run(connection);
    }

    /** Writes a whole change, and brings its household to its version. */
    public void write(Connection connection, Message.Change change) throws SQLException {
        script(change).run(connection);
    }

    Script script(Message.Change change) {
        Script script = new Script();
        change.rows().forEach(row -> add(script, row));
        sql.raise(script, change.household(), change.version());
        return script;
    }

    private void add(Script script, RowChange change) {
        TablePair pair = TablePair.of(direction.source(), change.table());
        Row row = pair.translate(change.row(), direction);
        if (pair.equals(TablePair.LEDGER)) {
            sql.insert(script, pair, row);
        } else if (change.deletion()) {
            sql.delete(script, pair, row);
        } else {
            sql.upsert(script, pair, row);
        }
    }
}
