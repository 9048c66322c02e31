package dev.cutover.kit.database;

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

/**
 * Statements, separated by semicolons, that travel in one round trip. Each takes its snapshot only when the one before
 * it has ended.
 */
public final class PipelinedStatements implements AutoCloseable {
    private final PreparedStatement statements;
    private int values;
    private boolean sent;

    public PipelinedStatements(Connection db, String sql) throws SQLException {
        statements = db.prepareStatement(sql);
    }

    /** Fills the next question mark. */
    public PipelinedStatements number(@Nullable Long value) throws SQLException {
        values++;
        if (value == null) {
            statements.setNull(values, Types.BIGINT);
        } else {
            statements.setLong(values, value);
        }
        return this;
    }

    /** Fills the next question mark. */
    public PipelinedStatements money(@Nullable BigDecimal value) throws SQLException {
        statements.setBigDecimal(++values, value);
        return this;
    }

    /** Fills the next question mark. */
    public PipelinedStatements text(@Nullable String value) throws SQLException {
        statements.setString(++values, value);
        return this;
    }

    /** Fills the next question mark. */
    public PipelinedStatements time(Instant value) throws SQLException {
        statements.setObject(++values, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    /** Fills the next question mark. */
    public PipelinedStatements id(UUID value) throws SQLException {
        statements.setObject(++values, value);
        return this;
    }

    /** Fills the next question mark. */
    public PipelinedStatements flag(boolean value) throws SQLException {
        statements.setBoolean(++values, value);
        return this;
    }

    /** The rows of the next statement that gives any; the first call sends everything. */
    public ResultSet rows() throws SQLException {
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
