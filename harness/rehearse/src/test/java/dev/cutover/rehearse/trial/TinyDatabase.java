package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of one side of a tiny world. */
record TinyDatabase(TinyWorld world, String system) implements Databases.Database {

    private static final Map<String, List<String>> LABELS = Map.of(
            "notes", List.of("operation", "key"),
            "names", List.of("key", "operation"),
            "texts", List.of("operation", "text"),
            "accounts", List.of("id", "text"),
            "nothing", List.of("id", "why"));

    @Override
    public void read(String sql, Databases.Rows rows) throws SQLException, IOException {
        if (world.wrong.contains(system + " " + sql)) {
            throw new SQLException("no column of that name");
        }
        rows.labels(
                world.wrong.contains(system + " unlabelled " + sql)
                        ? List.of("a", "b")
                        : LABELS.getOrDefault(sql, List.of()));
        for (String[] row : world.rows(system, sql)) {
            rows.row(row);
        }
    }

    @Override
    public @Nullable BigDecimal number(String sql) throws SQLException {
        if (world.wrong.contains(system + " " + sql)) {
            throw new SQLException("no column of that name");
        }
        return sql.startsWith("seen") && world.wrong.contains("sentinel") ? BigDecimal.ZERO : BigDecimal.TEN;
    }

    @Override
    public @Nullable String text(String sql) {
        return sql;
    }

    @Override
    public void execute(String sql) {}

    @Override
    public void freeze() {}

    @Override
    public void thaw() {}

    @Override
    public void within(Duration limit) {}

    @Override
    public void close() {}
}
