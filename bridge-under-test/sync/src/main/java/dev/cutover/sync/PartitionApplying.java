package dev.cutover.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies messages of one partition in one transaction of the target, markers and dead letters included. */
final class PartitionApplying {
    /** The replies to send once the transaction is committed, and what to count then. */
    record Result(List<Reply> replies, List<Counted> counted) {}

    record Counted(Outcome outcome, long committedAt) {}

    private final Direction direction;
    private final int partition;
    private final Applying applying;

    PartitionApplying(Direction direction, int partition, Applying applying) {
        this.direction = direction;
        this.partition = partition;
        this.applying = applying;
    }

    /** Applies the messages in order and commits; rolls back on any error. */
    Result apply(Connection connection, List<Message> messages) throws SQLException {
        try {
            Result result = new Result(new ArrayList<>(), new ArrayList<>());
            List<Message.Change> changes = new ArrayList<>();
            for (Message message : messages) {
                if (message instanceof Message.Change change) {
                    changes.add(change);
                } else {
                    changes(connection, changes, result);
                    changes.clear();
                    other(connection, message, result);
                }
            }
            changes(connection, changes, result);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Records a message as dead that the target refuses whenever it is tried. */
    Result refuse(Connection connection, Message message, String reason) throws SQLException {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        switch (message) {
            case Message.Change change -> dead(connection, change, reason, result);
            case Message.Unreadable unreadable -> other(connection, unreadable, result);
            case Message.Marker marker -> throw new SQLException("marker " + marker.id() + " was refused: " + reason);
        }
        connection.commit();
        return result;
    }

    private void changes(Connection connection, List<Message.Change> changes, Result result) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        List<Outcome> outcomes = applying.apply(connection, changes);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Dead dead) {
                dead(connection, changes.get(i), dead.reason(), result);
            } else {
                result.counted().add(new Counted(outcomes.get(i), changes.get(i).committedAt()));
            }
        }
    }

    private void other(Connection connection, Message message, Result result) throws SQLException {
        if (message instanceof Message.Marker marker) {
            mark(connection, marker, result);
        } else if (message instanceof Message.Unreadable unreadable) {
            Message.Change placeholder =
                    new Message.Change(unreadable.household(), 0, 0, unreadable.committedAt(), List.of());
            dead(connection, placeholder, unreadable.reason(), result);
        }
    }

    private void mark(Connection connection, Message.Marker marker, Result result) throws SQLException {
        update(
                connection,
                "insert into sync.marker (id, partition) values (?, ?) on conflict do nothing",
                marker.id(),
                partition);
        String count = Database.query(
                connection,
                "select count(*) from sync.dead_letter where direction = ? and partition = ?",
                direction.text(),
                partition);
        result.replies().add(Reply.marker(direction, partition, marker.id(), Long.parseLong(count)));
    }

    private void dead(Connection connection, Message.Change change, String reason, Result result) throws SQLException {
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
