package dev.cutover.broken;

import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions that the households of some changes have in a database. */
record Versions(Map<Long, Long> byHousehold) {

    static Versions read(Connection connection, Schema schema, List<Change> changes) throws SQLException {
        Map<Long, Long> found = new HashMap<>();
        String query = "select " + schema.householdKey() + ", " + schema.version() + " from " + schema.householdTable()
                + " where " + schema.householdKey() + " = any(?)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", changes.stream().map(Change::household).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return new Versions(found);
    }

    /** Whether the change is not there yet. */
    boolean before(Change change) {
        return byHousehold.getOrDefault(change.household(), Long.MAX_VALUE) < change.version();
    }

    /** Whether the change is the next of its household. */
    boolean justBefore(Change change) {
        return byHousehold.getOrDefault(change.household(), Long.MAX_VALUE) == change.version() - 1;
    }
}
