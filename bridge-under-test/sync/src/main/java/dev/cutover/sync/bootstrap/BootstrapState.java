package dev.cutover.sync.bootstrap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How far the copy old → new came; it lives in new, and changes in the transactions that copy. */
public record BootstrapState(
        String state,
        long copied,
        long total,
        long lastHousehold,
        @Nullable String reason) {
    static final BootstrapState IDLE = new BootstrapState("idle", 0, 0, Long.MIN_VALUE, null);

    boolean running() {
        return state.equals("running");
    }

    boolean done() {
        return state.equals("done");
    }

    static BootstrapState read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select state, copied, total, last_household, reason from sync.bootstrap");
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? new BootstrapState(
                            rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getString(5))
                    : IDLE;
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into sync.bootstrap values (1, ?, ?, ?, ?, ?) on conflict (id)"
                        + " do update set state = excluded.state, copied = excluded.copied, total = excluded.total,"
                        + " last_household = excluded.last_household, reason = excluded.reason")) {
            statement.setString(1, state);
            statement.setLong(2, copied);
            statement.setLong(3, total);
            statement.setLong(4, lastHousehold);
            statement.setString(5, reason);
            statement.executeUpdate();
        }
    }

    BootstrapState in(String next, @Nullable String why) {
        return new BootstrapState(next, copied, total, lastHousehold, why);
    }

    BootstrapState after(long households, long last) {
        return new BootstrapState(state, copied + households, Math.max(total, copied + households), last, null);
    }

    BootstrapState of(long households) {
        return new BootstrapState(state, copied, households, lastHousehold, null);
    }
}
