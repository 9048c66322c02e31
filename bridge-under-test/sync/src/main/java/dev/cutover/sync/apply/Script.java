package dev.cutover.sync.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Statements that travel to a database together: each round trip costs time and the CPU of the link. */
final class Script {
    private final StringJoiner text = new StringJoiner("; ");
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a statement and the values of its parameters. */
    void add(String statement, List<? extends @Nullable Object> parameters) {
        text.add(statement);
        values.addAll(parameters);
    }

    void addAll(Script other) {
        add(other.text.toString(), other.values);
    }

    /** Does nothing when nothing was added. */
    void run(Connection connection) throws SQLException {
        if (text.length() == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
        }
    }
}
