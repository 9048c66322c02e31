package dev.cutover.rehearse;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection by any driver. */
final class JdbcSession implements Databases.Database {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);
    private static final int ROWS_AT_ONCE = 5_000;

    private final Connection connection;

    /** For each statement, where the driver has no limit for a connection; 0 for none. */
    private int seconds;

    JdbcSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void freeze() throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        switch (database.getDatabaseProductName()) {
            case "MariaDB", "MySQL" -> snapshotAtOnce();
            default -> snapshotOfFirstQuery(database);
        }
    }

    @Override
    public void thaw() throws SQLException {
        connection.rollback();
    }

    /** With what begins a transaction there, the snapshot is that of the statement itself. */
    private void snapshotAtOnce() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var statement = statement()) {
            statement.execute("start transaction with consistent snapshot, read only");
        }
    }

    private void snapshotOfFirstQuery(DatabaseMetaData database) throws SQLException {
        onlyRead();
        connection.setTransactionIsolation(isolation(database));
        connection.setAutoCommit(false); // with a fetch size, rows are streamed
        beginNow();
    }

    /** So that nothing is changed by mistake; some drivers refuse it once they are connected. */
    private void onlyRead() {
        try {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            LOG.debug("reading without a promise not to write", e);
        }
    }

    private static int isolation(DatabaseMetaData database) throws SQLException {
        for (int level : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
            if (database.supportsTransactionIsolationLevel(level)) {
                return level;
            }
        }
        throw new SQLException(database.getDatabaseProductName()
                + " has no transactions with repeatable reads, so its state cannot be read as of one moment");
    }

    /** Where this is no query, or reads nothing, the snapshot is that of the next one. */
    private void beginNow() {
        try {
            number("SELECT 1");
        } catch (SQLException e) {
            LOG.debug("the snapshot is that of the first query", e);
        }
    }

    @Override
    public void read(String sql, Databases.Rows rows) throws SQLException, IOException {
        try (var statement = statement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            ResultSet found = statement.executeQuery(sql);
            List<String> labels = labels(found.getMetaData());
            rows.labels(labels);
            @Nullable String[] values = new String[labels.size()];
            while (found.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = found.getString(i + 1);
                }
                rows.row(values);
            }
        }
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    @Override
    public @Nullable BigDecimal number(String sql) throws SQLException {
        return first(sql, found -> found.getBigDecimal(1));
    }

    @Override
    public @Nullable String text(String sql) throws SQLException {
        return first(sql, found -> found.getString(1));
    }

    private interface Column<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    private <T> @Nullable T first(String sql, Column<T> column) throws SQLException {
        try (var statement = statement()) {
            ResultSet found = statement.executeQuery(sql);
            return found.next() ? column.of(found) : null;
        }
    }

    @Override
    public void execute(String sql) throws SQLException {
        try (var statement = statement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void within(Duration limit) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
        } catch (SQLFeatureNotSupportedException e) {
            seconds = Math.clamp(limit.plusMillis(999).toSeconds(), 1, Integer.MAX_VALUE);
            LOG.debug("a limit for each statement", e);
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
