package dev.cutover.sync.apply;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Notice;
import dev.cutover.sync.stream.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The transactions that bring one direction's messages to its target, markers and dead letters included. */
public final class TargetTransactions {
    /** What a committed transaction leads to: what to tell the world, and what to count. */
    record Committed(List<Notice> notices, List<Counted> counted) {
        Committed() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    record Counted(ApplyResult result, long committedAt) {}

    private final Direction direction;
    private final Database target;
    private final Applying applying;
    private final CrashPoints crash;

    public TargetTransactions(Direction direction, Database target, Applying applying, CrashPoints crash) {
        this.direction = direction;
        this.target = target;
        this.applying = applying;
        this.crash = crash;
    }

    /** Opens a connection by whose transactions the capture of the target knows what was applied. */
    Connection connect() throws SQLException {
        return target.connectAs(direction.origin());
    }

    /** Applies the messages in order, the markers last, and commits; rolls back on any error. */
    Committed apply(Connection connection, List<Received> messages) throws SQLException {
        try {
            Committed committed = new Committed();
            List<Received> changes = new ArrayList<>();
            List<Received> markers = new ArrayList<>();
            for (Received received : messages) {
                switch (received.message()) {
                    case Message.Change change -> changes.add(received);
                    case Message.Marker marker -> markers.add(received);
                    case Message.Unreadable unreadable -> {
                        changes(connection, changes, committed);
                        changes.clear();
                        dead(connection, received, placeholder(unreadable), unreadable.reason(), committed);
                    }
                }
            }
            changes(connection, changes, committed);
            mark(connection, markers, committed);
            crash.pass(Point.APPLIED);
            connection.commit();
            return committed;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Records a message as dead that the target refuses whenever it is tried. */
    Committed refuse(Connection connection, Received received, String reason) throws SQLException {
        Committed committed = new Committed();
        switch (received.message()) {
            case Message.Change change -> dead(connection, received, change, reason, committed);
            case Message.Unreadable unreadable ->
                dead(connection, received, placeholder(unreadable), unreadable.reason(), committed);
            case Message.Marker marker -> throw new SQLException("marker " + marker.id() + " was refused: " + reason);
        }
        connection.commit();
        return committed;
    }

    private void changes(Connection connection, List<Received> received, Committed committed) throws SQLException {
        if (received.isEmpty()) {
            return;
        }
        List<Message.Change> changes =
                received.stream().map(one -> (Message.Change) one.message()).toList();
        List<ApplyResult> results = applying.apply(connection, changes);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof ApplyResult.Dead dead) {
                dead(connection, received.get(i), changes.get(i), dead.reason(), committed);
            } else {
                committed
                        .counted()
                        .add(new Counted(results.get(i), changes.get(i).committedAt()));
            }
        }
    }

    private static Message.Change placeholder(Message.Unreadable unreadable) {
        return new Message.Change(unreadable.household(), 0, 0, unreadable.committedAt(), List.of());
    }

    private void mark(Connection connection, List<Received> markers, Committed committed) throws SQLException {
        if (markers.isEmpty()) {
            return;
        }
        Script script = new Script();
        for (Received received : markers) {
            script.add(
                    "insert into sync.marker (id, partition) values (?, ?) on conflict do nothing",
                    List.of(((Message.Marker) received.message()).id(), received.partition()));
        }
        script.run(connection);
        Map<Integer, Long> dead = deadLetters(connection);
        for (Received received : markers) {
            int partition = received.partition();
            String id = ((Message.Marker) received.message()).id();
            committed.notices().add(new Notice.Marker(id, direction, partition, dead.getOrDefault(partition, 0L)));
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

    private void dead(
            Connection connection, Received received, Message.Change change, String reason, Committed committed)
            throws SQLException {
        Notice.DeadLetter letter = new Notice.DeadLetter(
                direction, received.partition(), change.household(), change.version(), change.operation(), reason);
        if (insert(connection, letter) > 0) {
            committed.counted().add(new Counted(new ApplyResult.Dead(reason), change.committedAt()));
        }
        committed.notices().add(letter);
    }

    private static int insert(Connection connection, Notice.DeadLetter letter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into sync.dead_letter (direction, partition, household, version, operation, reason)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, letter.direction().text());
            statement.setInt(2, letter.partition());
            statement.setLong(3, letter.household());
            statement.setLong(4, letter.version());
            statement.setLong(5, letter.operation());
            statement.setString(6, letter.reason());
            return statement.executeUpdate();
        }
    }
}
