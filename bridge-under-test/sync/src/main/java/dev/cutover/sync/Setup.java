package dev.cutover.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Creates in a database what the sync needs; safe to repeat, and done before anything is copied or applied. */
final class Setup {
    static final int PARTITIONS = 4;
    static final String BOOTSTRAP_ORIGIN = "cutover_sync_bootstrap";

    private static final List<String> TABLES = List.of(
            "create schema if not exists sync",
            "create table if not exists sync.marker (id text, partition int, applied_at timestamptz default now(),"
                    + " primary key (id, partition))",
            "create table if not exists sync.dead_letter (direction text, partition int, household bigint, version bigint,"
                    + " operation bigint, reason text, at timestamptz default now(),"
                    + " primary key (direction, household, version, operation))",
            "create table if not exists sync.slot (name text primary key)",
            "create table if not exists sync.bootstrap (id int primary key check (id = 1), state text not null,"
                    + " copied bigint not null, total bigint not null, last_household bigint not null, reason text)");

    private final Database database;

    Setup(Database database) {
        this.database = database;
    }

    /** Prepares the database; fails when it cannot be reached, its tables are not there yet, or its slot is lost. */
    void run() throws SQLException {
        Side side = database.side();
        try (Connection connection = database.connect("cutover_sync_setup");
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            for (String table : side.wholeRowTables()) {
                wholeRows(connection, table);
            }
            publish(connection, side);
            slot(connection, side);
            origins(connection, side);
        }
    }

    private static void wholeRows(Connection connection, String table) throws SQLException {
        String identity =
                Database.query(connection, "select relreplident from pg_class where oid = ?::regclass", table);
        if (!identity.equals("f")) {
            execute(connection, "alter table " + table + " replica identity full");
        }
    }

    private static void publish(Connection connection, Side side) throws SQLException {
        if (absent(connection, "select pubname from pg_publication where pubname = ?", side.publication())) {
            execute(
                    connection,
                    "create publication " + side.publication() + " for table "
                            + String.join(", ", side.capturedTables()));
        }
    }

    /** A slot that was there once and is gone means a gap in the stream: only a new bootstrap can close it. */
    private static void slot(Connection connection, Side side) throws SQLException {
        if (!absent(connection, "select slot_name from pg_replication_slots where slot_name = ?", side.slot())) {
            execute(connection, "insert into sync.slot values ('" + side.slot() + "') on conflict do nothing");
            return;
        }
        if (!absent(connection, "select name from sync.slot where name = ?", side.slot())) {
            throw new SQLException(
                    "replication slot " + side.slot() + " of " + side.text()
                            + " existed and is gone: changes may be lost. Start over with empty sync tables and a new bootstrap");
        }
        Database.query(connection, "select pg_create_logical_replication_slot(?, 'pgoutput')", side.slot());
        execute(connection, "insert into sync.slot values ('" + side.slot() + "')");
    }

    private static void origins(Connection connection, Side side) throws SQLException {
        for (Direction direction : Direction.values()) {
            if (direction.target() == side) {
                origin(connection, direction.origin());
            }
        }
        if (side == Side.NEW) {
            origin(connection, BOOTSTRAP_ORIGIN);
        }
    }

    private static void origin(Connection connection, String name) throws SQLException {
        if (absent(connection, "select roname from pg_replication_origin where roname = ?", name)) {
            Database.query(connection, "select pg_replication_origin_create(?)", name);
        }
    }

    private static boolean absent(Connection connection, String query, String name) throws SQLException {
        return Database.query(connection, query, name).isEmpty();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
