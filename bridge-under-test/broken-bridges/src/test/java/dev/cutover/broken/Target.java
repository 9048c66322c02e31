package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.TestPostgres;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A database that the changes of one direction are applied to, with twenty households of three customers each. */
final class Target implements AutoCloseable {
    private final Direction direction;
    private final Connection connection;

    Target(TestPostgres postgres, Direction direction) throws Exception {
        this.direction = direction;
        Schema schema = direction.target();
        String url = postgres.database(schema.text());
        new Setup(new Database(schema, url)).run();
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        execute("insert into " + schema.householdTable() + " select generate_series(1, 20), 0");
        execute(
                "insert into " + (schema == Schema.OLD ? "cust" : "customer")
                        + " select n, (n + 2) / 3, 'Customer ' || n, 'c' || n || '@h.example', 1000 from generate_series(1, 60) n");
    }

    /** A variant of the sync, and its meters. */
    final class Variant {
        private final MeterRegistry meters = new SimpleMeterRegistry();
        private final Parts parts;
        private final Applying applying;

        Variant(UnaryOperator<Parts> variant) {
            parts = variant.apply(Parts.standard(meters));
            applying = parts.applying().apply(direction);
        }

        /** Applies the changes as one batch, and commits. */
        List<ApplyResult> apply(Change... changes) throws SQLException {
            List<ApplyResult> results = applying.apply(connection, List.of(changes));
            connection.commit();
            return results;
        }

        double activated() {
            return meters.counter("cutover.defect.activated").count();
        }
    }

    Variant variant(UnaryOperator<Parts> variant) {
        return new Variant(variant);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    /** All rows, each as its values joined by a bar. */
    List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", values));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
