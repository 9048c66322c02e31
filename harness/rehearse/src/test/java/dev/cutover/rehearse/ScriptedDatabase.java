package dev.cutover.rehearse;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The database of a scripted world.
 *
 * @param point what is reached by reading now
 * @param ledger what clients have written
 */
record ScriptedDatabase(Supplier<String> point, Map<String, ScriptedWorld.Hook> hooks, List<String[]> ledger)
        implements Databases.Database {

    @Override
    public void freeze() {}

    @Override
    public void thaw() {}

    @Override
    public void read(String sql, Databases.Rows rows) throws SQLException, IOException {
        run(point.get());
        List<String[]> found;
        synchronized (ledger) {
            found = List.copyOf(ledger);
        }
        rows.labels(sql.equals("ledger") ? List.of("key", "version", "operation", "position") : List.of("id", "text"));
        for (String[] row : sql.equals("ledger") ? found : List.<String[]>of(new String[] {"1", "text"})) {
            rows.row(row);
        }
    }

    @Override
    public BigDecimal number(String sql) throws SQLException {
        if (sql.equals("total")) {
            run("sum " + point.get());
        }
        return hooks.containsKey("lost sentinel") && sql.startsWith("seen") ? BigDecimal.ZERO : BigDecimal.TEN;
    }

    @Override
    public String text(String sql) throws SQLException {
        run(sql);
        return sql;
    }

    private void run(String hook) throws SQLException {
        try {
            hooks.getOrDefault(hook, () -> {}).run();
        } catch (Exception e) {
            throw new SQLException(e.getMessage());
        }
    }

    @Override
    public void execute(String sql) {
        ScriptedWorld.reach(hooks, sql.startsWith("sentinel") ? "sentinel" : sql);
    }

    @Override
    public void within(Duration limit) {}

    @Override
    public void close() {}
}
