package dev.cutover.sync.apply;

import dev.cutover.sync.schema.Conversion;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
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
public final class TargetSql {
    private record Texts(List<String> names, String insert, String upsert, String delete) {}

    private final Direction direction;
    private final Map<String, Texts> texts = new ConcurrentHashMap<>();

    public TargetSql(Direction direction) {
        this.direction = direction;
    }

    /** Inserts the row, or replaces what travels of it; columns of the target's own keep their values. */
    void upsert(Script script, TablePair pair, Row row) {
        script.add(texts(pair).upsert(), values(pair, row));
    }

    void insert(Script script, TablePair pair, Row row) {
        script.add(texts(pair).insert(), values(pair, row));
    }

    void delete(Script script, TablePair pair, Row row) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(row.get(pair.key(direction.target())));
        script.add(texts(pair).delete(), key);
    }

    /** Brings a household to a version. */
    void raise(Script script, long household, long version) {
        Schema target = direction.target();
        script.add(
                "update " + target.householdTable() + " set " + target.version() + " = ? where " + target.householdKey()
                        + " = ?",
                List.of(version, household));
    }

    /** Adds rows without looking for present ones, in one round trip. */
    public void insertAll(Connection connection, TablePair pair, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(texts(pair).insert())) {
            for (Row row : rows) {
                bind(statement, values(pair, row));
                statement.addBatch();
            }
            statement.executeBatch();
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
        texts(pair).names().forEach(name -> values.add(row.get(name)));
        return values;
    }

    private Texts texts(TablePair pair) {
        return texts.computeIfAbsent(
                pair.oldTable(),
                table -> new Texts(
                        names(pair),
                        insertText(pair),
                        upsertText(pair),
                        "delete from " + pair.table(direction.target()) + " where " + pair.key(direction.target())
                                + " = ?"));
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
