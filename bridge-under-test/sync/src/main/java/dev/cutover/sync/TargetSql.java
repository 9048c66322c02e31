package dev.cutover.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes translated rows of one direction into its target. */
final class TargetSql {
    private final Direction direction;
    private final Map<TablePair, String> upserts = new ConcurrentHashMap<>();

    TargetSql(Direction direction) {
        this.direction = direction;
    }

    /** Inserts the row, or replaces what travels of it; columns of the target's own keep their values. */
    void upsert(Connection connection, TablePair pair, Row row) throws SQLException {
        execute(connection, upserts.computeIfAbsent(pair, this::upsertText), values(pair, row));
    }

    void delete(Connection connection, TablePair pair, Row row) throws SQLException {
        String key = pair.key(direction.target());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.get(key));
        execute(connection, "delete from " + pair.table(direction.target()) + " where " + key + " = ?", values);
    }

    /** Adds rows without looking for present ones, in one round trip. */
    void insertAll(Connection connection, TablePair pair, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(insertText(pair))) {
            for (Row row : rows) {
                bind(statement, values(pair, row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
    }

    private List<@Nullable Object> values(TablePair pair, Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        names(pair).forEach(name -> values.add(row.get(name)));
        return values;
    }

    private List<String> names(TablePair pair) {
        List<String> names = pair.columns().stream()
                .map(column -> column.name(direction.target()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (direction == Direction.OLD_TO_NEW) {
            pair.onlyInNew().forEach(derived -> names.add(derived.name()));
        }
        return names;
    }

    private String insertText(TablePair pair) {
        List<String> names = names(pair);
        return "insert into " + pair.table(direction.target()) + " as present (" + String.join(", ", names)
                + ") values (" + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String upsertText(TablePair pair) {
        String assignments =
                pair.columns().stream().skip(1).map(this::assignment).collect(Collectors.joining(", "));
        return insertText(pair) + " on conflict (" + pair.key(direction.target()) + ") do update set " + assignments;
    }

    private String assignment(TablePair.Column column) {
        String name = column.name(direction.target());
        if (direction == Direction.OLD_TO_NEW && column.conversion().keepsTimeOfDay()) {
            return name + " = case when " + day("present." + name) + " = " + day("excluded." + name) + " then present."
                    + name + " else excluded." + name + " end";
        }
        return name + " = excluded." + name;
    }

    private static String day(String instant) {
        return "(" + instant + " at time zone '" + Conversion.ZONE + "')::date";
    }
}
