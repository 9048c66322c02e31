package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL databases of an environment, at their components' own addresses. */
public record PostgresDatabases(Environment environment) implements Databases {

    private static final String PORT = "sql";
    private static final int ROWS_AT_ONCE = 5_000;

    @Override
    public Database connect(String component, String database) throws SQLException {
        return new Session(DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?user=postgres&connectTimeout=3&socketTimeout=20&ApplicationName=cutover-observer"
                        .formatted(environment.direct(component, PORT), database)));
    }

    private record Session(Connection connection) implements Database {

        @Override
        public void freeze() throws SQLException {
            connection.setAutoCommit(false); // with a fetch size, rows are streamed
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            number("SELECT 1"); // a transaction's snapshot is that of its first query
        }

        @Override
        public void read(String sql, Rows rows) throws SQLException, IOException {
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                ResultSet found = statement.executeQuery(sql);
                rows.labels(labels(found.getMetaData()));
                @Nullable String[] values = new String[found.getMetaData().getColumnCount()];
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
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                labels.add(columns.getColumnLabel(column));
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
            try (var statement = connection.createStatement()) {
                ResultSet found = statement.executeQuery(sql);
                return found.next() ? column.of(found) : null;
            }
        }

        @Override
        public void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void within(Duration limit) throws SQLException {
            connection.setNetworkTimeout(Runnable::run, Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
