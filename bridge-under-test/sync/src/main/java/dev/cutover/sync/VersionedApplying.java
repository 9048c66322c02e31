package dev.cutover.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies a change only onto the version before it; what was applied already is skipped, anything else is dead. */
public final class VersionedApplying implements Applying {
    private final Direction direction;
    private final TargetSql sql;

    public VersionedApplying(Direction direction) {
        this.direction = direction;
        this.sql = new TargetSql(direction);
    }

    @Override
    public List<Outcome> apply(Connection connection, List<Message.Change> changes) throws SQLException {
        TargetVersions versions = TargetVersions.lock(connection, direction, changes);
        List<Row> entries = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Message.Change change : changes) {
            Outcome outcome = versions.decide(change);
            if (outcome instanceof Outcome.Applied) {
                outcome = write(connection, change, entries);
            }
            versions.remember(change, outcome);
            outcomes.add(outcome);
        }
        raise(connection, versions);
        sql.insertAll(connection, TablePair.LEDGER, entries);
        return outcomes;
    }

    private Outcome write(Connection connection, Message.Change change, List<Row> entries) throws SQLException {
        List<Written> rows = new ArrayList<>();
        try {
            change.rows().forEach(row -> rows.add(translate(row)));
        } catch (Untranslatable e) {
            return new Outcome.Dead(String.valueOf(e.getMessage()));
        }
        for (Written row : rows) {
            if (row.pair().equals(TablePair.LEDGER)) {
                entries.add(row.row());
            } else if (!row.pair().equals(TablePair.HOUSEHOLD)) {
                row.write(connection, sql);
            }
        }
        return new Outcome.Applied();
    }

    private Written translate(RowChange change) {
        TablePair pair = TablePair.of(direction.source(), change.table());
        return new Written(pair, pair.translate(change.row(), direction), change.deletion());
    }

    private record Written(TablePair pair, Row row, boolean deletion) {
        void write(Connection connection, TargetSql sql) throws SQLException {
            if (deletion) {
                sql.delete(connection, pair, row);
            } else {
                sql.upsert(connection, pair, row);
            }
        }
    }

    private void raise(Connection connection, TargetVersions versions) throws SQLException {
        if (versions.raised().isEmpty()) {
            return;
        }
        Side target = direction.target();
        String update = "update " + target.householdTable() + " set " + target.version() + " = ? where "
                + target.householdKey() + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (var raised : versions.raised().entrySet()) {
                statement.setLong(1, raised.getValue());
                statement.setLong(2, raised.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
