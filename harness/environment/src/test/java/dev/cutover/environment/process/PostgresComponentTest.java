package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.record.event.ProcessEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PostgresComponentTest {
    private static final PlainNetwork NETWORK = new PlainNetwork();
    private static final MemoryEvents EVENTS = new MemoryEvents();
    private static final Link LINK = new Link("client->old-db", "client", "old-db", "sql", Protocol.POSTGRES);

    @TempDir
    static Path run;

    private static Environment environment;

    @BeforeAll
    static void start() {
        environment = Environments.start(
                Environments.of(List.of(LINK), Environments.postgres("old-db"), Environments.postgres("new-db")),
                Environments.settings(run),
                NETWORK,
                EVENTS);
    }

    @AfterAll
    static void stop() {
        environment.close();
        assertThat(environment.component("old-db").alive()).isFalse();
        assertThat(run.resolve("work")).doesNotExist();
        assertThat(run.resolve("logs/old-db.log")).exists();
    }

    @Test
    void isReadyWithItsDatabaseAndLogicalDecoding() throws SQLException {
        assertThat(query("new-db", "show wal_level")).isEqualTo("logical");
        assertThat(query("new-db", "select current_database()")).isEqualTo("shop");
        assertThat(query("new-db", "select pg_create_logical_replication_slot('s', 'pgoutput')::text"))
                .startsWith("(s,");
    }

    @Test
    void letsNobodyInWithoutTheRunsPassword() {
        String url = "jdbc:postgresql://" + environment.direct("old-db", "sql") + "/shop";

        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", null))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
        assertThat(Environments.settings(run).databasePassword()).isNotEqualTo(environment.databasePassword());
    }

    @Test
    void provesEveryLinkAndRecordsEveryProcess() {
        assertThat(NETWORK.proven).containsExactly("client->old-db", "no bypass");
        assertThat(EVENTS.processes(ProcessEvent.Ready.class))
                .extracting(ProcessEvent.Ready::component)
                .contains("old-db");
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilledAndStartedAgain() throws SQLException {
        ComponentControl database = environment.component("old-db");
        execute("old-db", "create table kept (id int)");
        long before = database.pid();

        database.kill();
        assertThat(database.alive()).isFalse();
        database.start();

        assertThat(database.pid()).isNotEqualTo(before);
        assertThat(query("old-db", "select count(*) from kept")).isEqualTo("0");
    }

    @Test
    void startsAgainAfterItWasKilledWhilePausedWithASession() throws SQLException {
        ComponentControl database = environment.component("new-db");
        try (Connection session = connect("new-db")) {
            assertThat(session.isValid(1)).isTrue();
            database.pause();
            database.kill();
            database.start();
        }
        assertThat(query("new-db", "select 1")).isEqualTo("1");
    }

    @Test
    void answersNothingWhilePausedAndGoesOnAfterwards() throws SQLException {
        ComponentControl database = environment.component("old-db");
        try (Connection session = connect("old-db")) {
            database.pause();
            assertThat(database.paused()).isTrue();
            assertThat(session.isValid(1)).isFalse();
            database.resume();
        }
        assertThat(database.paused()).isFalse();
        assertThat(query("old-db", "select 1")).isEqualTo("1");
    }

    @Test
    void refusesToStartWhatRuns() {
        assertThatThrownBy(() -> environment.component("old-db").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("component 'old-db' runs already, as process");
    }

    private static Connection connect(String component) throws SQLException {
        Address address = environment.direct(component, "sql");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address + "/shop", "postgres", environment.databasePassword());
    }

    private static String query(String component, String sql) throws SQLException {
        try (Connection session = connect(component);
                Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(String component, String sql) throws SQLException {
        try (Connection session = connect(component);
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
