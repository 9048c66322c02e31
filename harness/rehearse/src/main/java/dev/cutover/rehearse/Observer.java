package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Observed;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the state of the systems from their databases, by the plan's own queries and past every proxy, and saves it. */
final class Observer {

    private final RunDirectory run;
    private final Map<String, ObservationSpec> systems;
    private final Databases databases;
    private final EventLog events;
    private int rollbacks;

    Observer(RunDirectory run, Map<String, ObservationSpec> systems, Environment environment, EventLog events) {
        this.run = run;
        this.systems = systems;
        this.databases = new Databases(environment);
        this.events = events;
    }

    /** What the conserved totals are before the first operation. */
    void observeInitial() {
        observe("old", "initial");
    }

    /** What old holds at the instant a rollback was declared complete. */
    void observeRollback() {
        rollbacks++;
        observe("old", rollbacks == 1 ? "rollback" : "rollback-" + rollbacks);
    }

    void observeFinal() {
        systems.keySet().forEach(system -> observe(system, "final"));
    }

    /** The bridge's own account of the answers it compared. */
    void observeComparisons(RoutingControl routing) throws InterruptedException {
        long invokedNs = System.nanoTime();
        String reason = "";
        try {
            Files.writeString(
                    run.observed().resolve("comparisons.json"),
                    routing.comparisons().toPrettyString());
        } catch (IOException e) {
            reason = e.toString();
        }
        record("comparisons", invokedNs, System.nanoTime(), reason);
    }

    /** Where each topic ends, and every dead letter. */
    void observeTopics() {
        try {
            new TopicObserver(databases.environment()).observe(run.observed());
        } catch (IOException | RuntimeException e) {
            record("topics", 0, 0, e.toString());
        }
    }

    private void observe(String system, String moment) {
        ObservationSpec spec = systems.get(system);
        if (spec == null) {
            record(system + "-" + moment, 0, 0, "the plan does not observe " + system);
            return;
        }
        long invokedNs = System.nanoTime();
        String reason;
        try {
            var dump = new DumpWriter(run.observed(), system, moment);
            reason = read(spec, dump);
            dump.finish(invokedNs, System.nanoTime(), reason);
        } catch (IOException e) {
            reason = "cannot save it: " + e;
        }
        record(system + "-" + moment, invokedNs, System.nanoTime(), reason);
    }

    /** Reads one consistent snapshot; returns why it is incomplete, or nothing. */
    private String read(ObservationSpec spec, DumpWriter dump) {
        try (Connection connection = databases.connect(spec.component(), spec.database())) {
            connection.setAutoCommit(false); // with a fetch size, rows are streamed
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            table(connection, dump, "ledger", spec.ledger());
            for (var entity : spec.entities().entrySet()) {
                table(connection, dump, entity.getKey(), entity.getValue());
            }
            SortedMap<String, @Nullable BigDecimal> totals = new TreeMap<>();
            for (var total : spec.totals().entrySet()) {
                totals.put(total.getKey(), total(connection, total.getValue()));
            }
            dump.totals(totals);
            return "";
        } catch (SQLException | IOException e) {
            return e.toString();
        }
    }

    private static void table(Connection connection, DumpWriter dump, String name, String sql)
            throws SQLException, IOException {
        try (var statement = connection.createStatement();
                DumpWriter.Table table = dump.table(name)) {
            statement.setFetchSize(5_000);
            ResultSet rows = statement.executeQuery(sql);
            String[] values = new String[rows.getMetaData().getColumnCount()];
            while (rows.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getString(i + 1);
                }
                table.row(values);
            }
        }
    }

    private static @Nullable BigDecimal total(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(sql);
            return rows.next() ? rows.getBigDecimal(1) : null;
        }
    }

    private void record(String name, long invokedNs, long returnedNs, String reason) {
        events.record(new Observed(name, invokedNs, returnedNs, reason.isEmpty(), reason));
    }
}
