package dev.cutover.sync.bootstrap;

import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.TablePair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some households of old as they were at one instant: rows by table, columns that travel only. */
record OldSnapshot(List<Row> households, List<Row> customers, List<Row> orders, List<Row> entries) {

    /** Reads the next households after that number, in a transaction that sees one instant. */
    static OldSnapshot read(Connection connection, long after, int count) throws SQLException {
        List<Row> households =
                select(connection, TablePair.HOUSEHOLD, "hh_no > ? order by hh_no limit ?", after, count);
        if (households.isEmpty()) {
            return new OldSnapshot(households, List.of(), List.of(), List.of());
        }
        long last = households.getLast().number("hh_no");
        String range = "hh_no > ? and hh_no <= ?";
        return new OldSnapshot(
                households,
                select(connection, TablePair.CUSTOMER, range, after, last),
                select(connection, TablePair.ORDER, range, after, last),
                select(connection, TablePair.LEDGER, range + " order by jno", after, last));
    }

    long last() {
        return households.getLast().number("hh_no");
    }

    private static List<Row> select(Connection connection, TablePair pair, String where, long first, long second)
            throws SQLException {
        List<String> names = pair.columns().stream().map(TablePair.Column::old).toList();
        String sql = "select " + String.join(", ", names) + " from " + pair.oldTable() + " where " + where;
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first);
            statement.setLong(2, second);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, names));
                }
            }
        }
        return rows;
    }

    private static Row row(ResultSet found, List<String> names) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (String name : names) {
            Object value = found.getObject(name);
            columns.put(name, value instanceof Number number ? (Object) number.longValue() : value);
        }
        return new Row(columns);
    }
}
