package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements, separated by semicolons, sent in one round trip. Each takes its snapshot only when the one before it has ended. */
final class Trip implements AutoCloseable {
    private final PreparedStatement statements;
    private int values;
    private boolean sent;

    Trip(Connection db, String sql) throws SQLException {
        statements = db.prepareStatement(sql);
    }

    /** Fills the next question mark; so do all methods that return the trip. */
    Trip number(@Nullable Long value) throws SQLException {
        values++;
        if (value == null) {
            statements.setNull(values, Types.BIGINT);
        } else {
            statements.setLong(values, value);
        }
        return this;
    }

    Trip money(@Nullable BigDecimal value) throws SQLException {
        statements.setBigDecimal(++values, value);
        return this;
    }

    Trip text(@Nullable String value) throws SQLException {
        statements.setString(++values, value);
        return this;
    }

    Trip time(Instant value) throws SQLException {
        statements.setObject(++values, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Trip id(UUID value) throws SQLException {
        statements.setObject(++values, value);
        return this;
    }

    Trip flag(boolean value) throws SQLException {
        statements.setBoolean(++values, value);
        return this;
    }

    /** The rows of the next statement that gives any; the first call sends everything. */
    ResultSet rows() throws SQLException {
        boolean rows = sent ? statements.getMoreResults() : statements.execute();
        sent = true;
        while (!rows) {
            if (statements.getUpdateCount() < 0) {
                throw new SQLException("expected another statement with rows in: " + statements);
            }
            rows = statements.getMoreResults();
        }
        return statements.getResultSet();
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
