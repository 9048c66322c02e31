package dev.cutover.broken;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Statements that a defect does of its own, in the transaction that is open. */
final class Sql {
    private Sql() {}

    /** How many rows it changed; {@code values} are longs, and lists of them for arrays. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(
                        i + 1,
                        value instanceof List<?> list ? connection.createArrayOf("bigint", list.toArray()) : value);
            }
            return statement.executeUpdate();
        }
    }

    /** Brings a household of old to a version, if it has the one before; how many it changed. */
    static int raiseOld(Connection connection, long household, long version) throws SQLException {
        return update(connection, "update hh set ver = ? where hh_no = ? and ver = ?", version, household, version - 1);
    }
}
