package dev.cutover.sync.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Creates in a database what the sync needs; safe to repeat, and done before anything is copied or applied. */
public final class Setup {
    public static final String BOOTSTRAP_ORIGIN = "cutover_sync_bootstrap";

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

    public Setup(Database database) {
        this.database = database;
    }

    /** Prepares the database; fails when it cannot be reached, its tables are not there yet, or its slot is lost. */
    public void run() throws SQLException {
        Schema schema = database.schema();
        try (Connection connection = database.connect("cutover_sync_setup");
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            for (String table : schema.wholeRowTables()) {
                wholeRows(connection, table);
            }
            publish(connection);
            slot(connection);
            origins(connection, schema);
        }
    }

    private static void wholeRows(Connection connection, String table) throws SQLException {
        String identity =
                Database.query(connection, "select relreplident from pg_class where oid = ?::regclass", table);
        if (!identity.equals("f")) {
            execute(connection, "alter table " + table + " replica identity full");
        }
    }

    private void publish(Connection connection) throws SQLException {
        if (absent(connection, "select pubname from pg_publication where pubname = ?", database.publication())) {
            execute(
                    connection,
                    "create publication " + database.publication() + " for table "
                            + String.join(", ", database.schema().capturedTables()));
        }
    }

    /** A slot that was there once and is gone means a gap in the stream: only a new bootstrap can close it. */
    private void slot(Connection connection) throws SQLException {
        String slot = database.slot();
        if (!absent(connection, "select slot_name from pg_replication_slots where slot_name = ?", slot)) {
            execute(connection, "insert into sync.slot values ('" + slot + "') on conflict do nothing");
            return;
        }
        if (!absent(connection, "select name from sync.slot where name = ?", slot)) {
            throw new SQLException(
                    "replication slot " + slot + " of " + database.schema().text()
                            + " existed and is gone: changes may be lost. Start over with empty sync tables and a new bootstrap");
        }
        Database.query(connection, "select pg_create_logical_replication_slot(?, 'pgoutput')", slot);
        execute(connection, "insert into sync.slot values ('" + slot + "')");
    }

    private static void origins(Connection connection, Schema schema) throws SQLException {
        for (Direction direction : Direction.values()) {
            if (direction.target() == schema) {
                origin(connection, direction.origin());
            }
        }
        if (schema == Schema.NEW) {
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
