package dev.cutover.sync.apply;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The versions of some households at the target, locked until the transaction ends, and what a change means there. */
final class TargetVersions {
    private record Step(long household, long version, long operation) {
        static Step of(Message.Change change) {
            return new Step(change.household(), change.version(), change.operation());
        }
    }

    private final Map<Long, Long> versions = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Set<Step> present = new HashSet<>();

    private TargetVersions() {}

    static TargetVersions lock(Connection connection, Direction direction, List<Message.Change> changes)
            throws SQLException {
        TargetVersions found = new TargetVersions();
        found.readVersions(connection, direction, changes);
        if (changes.stream().anyMatch(change -> found.version(change) >= change.version())) {
            found.readLedger(connection, direction.target(), changes);
        }
        return found;
    }

    /** What has to happen with the change: it fits, it is there already, or it is dead. */
    ApplyResult decide(Message.Change change) {
        long version = version(change);
        if (version >= change.version() && present.contains(Step.of(change))) {
            return new ApplyResult.Skipped();
        }
        if (blocked.contains(change.household())) {
            return new ApplyResult.Dead("household " + change.household() + " is blocked by an earlier dead letter");
        }
        if (version == change.version() - 1) {
            return new ApplyResult.Applied();
        }
        return new ApplyResult.Dead("household " + change.household() + " must be at version " + (change.version() - 1)
                + (version < 0 ? ", but is absent" : ", found " + version));
    }

    void remember(Message.Change change, ApplyResult result) {
        switch (result) {
            case ApplyResult.Applied applied -> {
                versions.put(change.household(), change.version());
                present.add(Step.of(change));
            }
            case ApplyResult.Skipped skipped -> {}
            case ApplyResult.Dead dead -> blocked.add(change.household());
        }
    }

    private long version(Message.Change change) {
        return versions.getOrDefault(change.household(), -1L);
    }

    private void readVersions(Connection connection, Direction direction, List<Message.Change> changes)
            throws SQLException {
        Schema target = direction.target();
        String query = "select h." + target.householdKey() + ", h." + target.version()
                + ", exists (select 1 from sync.dead_letter d where d.direction = ? and d.household = h."
                + target.householdKey() + ") from " + target.householdTable() + " h where h." + target.householdKey()
                + " = any(?) order by 1 for update of h";
        Object[] households =
                changes.stream().map(Message.Change::household).distinct().toArray();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, direction.text());
            statement.setArray(2, connection.createArrayOf("bigint", households));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getLong(1), rows.getLong(2));
                    if (rows.getBoolean(3)) {
                        blocked.add(rows.getLong(1));
                    }
                }
            }
        }
    }

    private void readLedger(Connection connection, Schema target, List<Message.Change> changes) throws SQLException {
        String household = target.householdColumn(target.ledger());
        String query = "select " + household + ", " + target.version() + ", " + target.operation() + " from "
                + target.ledger() + " where (" + household + ", " + target.version()
                + ") in (select * from unnest(?::bigint[], ?::bigint[]))";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1,
                    bigints(
                            connection,
                            changes.stream().map(Message.Change::household).toArray()));
            statement.setArray(
                    2,
                    bigints(
                            connection,
                            changes.stream().map(Message.Change::version).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.add(new Step(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
    }

    private static java.sql.Array bigints(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }
}
