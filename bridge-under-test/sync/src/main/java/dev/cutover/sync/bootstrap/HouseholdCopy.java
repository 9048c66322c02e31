package dev.cutover.sync.bootstrap;

import dev.cutover.sync.apply.TargetSql;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts whole households into new, where it has none or an older version; a household is replaced as a unit. */
final class HouseholdCopy {
    private static final List<TablePair> CHILDREN_FIRST =
            List.of(TablePair.LEDGER, TablePair.ORDER, TablePair.CUSTOMER, TablePair.HOUSEHOLD);

    private final TargetSql sql = new TargetSql(Direction.OLD_TO_NEW);
    private final Selection selection;

    HouseholdCopy(Selection selection) {
        this.selection = selection;
    }

    void write(Connection connection, OldSnapshot snapshot) throws SQLException {
        Map<Long, Long> present = versions(connection, snapshot);
        Set<Long> wanted = snapshot.households().stream()
                .filter(row -> present.getOrDefault(row.number("hh_no"), -1L) < row.number("ver"))
                .map(row -> row.number("hh_no"))
                .collect(Collectors.toSet());
        clear(connection, wanted, present.keySet());
        insert(connection, TablePair.HOUSEHOLD, snapshot.households(), wanted);
        insert(connection, TablePair.CUSTOMER, snapshot.customers(), wanted);
        insert(connection, TablePair.ORDER, snapshot.orders(), wanted);
        insert(connection, TablePair.LEDGER, snapshot.entries(), wanted);
    }

    private static Map<Long, Long> versions(Connection connection, OldSnapshot snapshot) throws SQLException {
        Map<Long, Long> versions = new HashMap<>();
        Array households = connection.createArrayOf(
                "bigint",
                snapshot.households().stream().map(row -> row.number("hh_no")).toArray());
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, version from household where id = any(?) order by id for update")) {
            statement.setArray(1, households);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    private static void clear(Connection connection, Set<Long> wanted, Set<Long> present) throws SQLException {
        Array old = connection.createArrayOf(
                "bigint", wanted.stream().filter(present::contains).toArray());
        for (TablePair pair : CHILDREN_FIRST) {
            String sql = "delete from " + pair.newTable() + " where " + Schema.NEW.householdColumn(pair.newTable())
                    + " = any(?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, old);
                statement.executeUpdate();
            }
        }
    }

    private void insert(Connection connection, TablePair pair, List<Row> rows, Set<Long> wanted) throws SQLException {
        List<Row> translated = rows.stream()
                .filter(row -> wanted.contains(row.number("hh_no")) && selection.copies(pair, row))
                .map(row -> pair.translate(row, Direction.OLD_TO_NEW))
                .toList();
        sql.insertAll(connection, pair, translated);
    }
}
