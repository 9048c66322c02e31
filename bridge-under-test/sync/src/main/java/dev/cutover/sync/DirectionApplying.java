package dev.cutover.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies messages of one direction in one transaction of the target, markers and dead letters included. */
final class DirectionApplying {
    /** The replies to send once the transaction is committed, and what to count then. */
    record Result(List<Reply> replies, List<Counted> counted) {}

    record Counted(Outcome outcome, long committedAt) {}

    private final Direction direction;
    private final Applying applying;

    DirectionApplying(Direction direction, Applying applying) {
        this.direction = direction;
        this.applying = applying;
    }

    /** Applies the messages in order, the markers last, and commits; rolls back on any error. */
    Result apply(Connection connection, List<Placed> messages) throws SQLException {
        try {
            Result result = new Result(new ArrayList<>(), new ArrayList<>());
            List<Placed> changes = new ArrayList<>();
            List<Placed> markers = new ArrayList<>();
            for (Placed placed : messages) {
                switch (placed.message()) {
                    case Message.Change change -> changes.add(placed);
                    case Message.Marker marker -> markers.add(placed);
                    case Message.Unreadable unreadable -> {
                        changes(connection, changes, result);
                        changes.clear();
                        dead(connection, placed.partition(), placeholder(unreadable), unreadable.reason(), result);
                    }
                }
            }
            changes(connection, changes, result);
            mark(connection, markers, result);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Records a message as dead that the target refuses whenever it is tried. */
    Result refuse(Connection connection, Placed placed, String reason) throws SQLException {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        switch (placed.message()) {
            case Message.Change change -> dead(connection, placed.partition(), change, reason, result);
            case Message.Unreadable unreadable ->
                dead(connection, placed.partition(), placeholder(unreadable), unreadable.reason(), result);
            case Message.Marker marker -> throw new SQLException("marker " + marker.id() + " was refused: " + reason);
        }
        connection.commit();
        return result;
    }

    private void changes(Connection connection, List<Placed> placed, Result result) throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        List<Message.Change> changes =
                placed.stream().map(one -> (Message.Change) one.message()).toList();
        List<Outcome> outcomes = applying.apply(connection, changes);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Dead dead) {
                dead(connection, placed.get(i).partition(), changes.get(i), dead.reason(), result);
            } else {
                result.counted().add(new Counted(outcomes.get(i), changes.get(i).committedAt()));
            }
        }
    }

    private static Message.Change placeholder(Message.Unreadable unreadable) {
        return new Message.Change(unreadable.household(), 0, 0, unreadable.committedAt(), List.of());
    }

    private void mark(Connection connection, List<Placed> markers, Result result) throws SQLException {
        if (markers.isEmpty()) {
            return;
        }
        Script script = new Script();
        for (Placed placed : markers) {
            script.add(
                    "insert into sync.marker (id, partition) values (?, ?) on conflict do nothing",
                    List.of(((Message.Marker) placed.message()).id(), placed.partition()));
        }
        script.run(connection);
        Map<Integer, Long> dead = deadLetters(connection);
        for (Placed placed : markers) {
            int partition = placed.partition();
            String id = ((Message.Marker) placed.message()).id();
            result.replies().add(Reply.marker(direction, partition, id, dead.getOrDefault(partition, 0L)));
        }
    }

    /** How many there are in each partition that has any. */
    private Map<Integer, Long> deadLetters(Connection connection) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select partition, count(*) from sync.dead_letter where direction = ? group by partition")) {
            statement.setString(1, direction.text());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private void dead(Connection connection, int partition, Message.Change change, String reason, Result result)
            throws SQLException {
        int added = update(
                connection,
                "insert into sync.dead_letter (direction, partition, household, version, operation, reason)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                direction.text(),
                partition,
                change.household(),
                change.version(),
                change.operation(),
                reason);
        if (added > 0) {
            result.counted().add(new Counted(new Outcome.Dead(reason), change.committedAt()));
        }
        result.replies()
                .add(Reply.deadLetter(
                        direction, partition, change.household(), change.version(), change.operation(), reason));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
