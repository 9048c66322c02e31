package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.RuntimeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DatabaseFilesTest {
    @TempDir
    Path directory;

    private record Seen(int tables, Object file) {}

    @Test
    void aRunUsesTheFilesOfTheLastOneAndFindsNothingInThem() throws Exception {
        Seen first = run("first");
        Seen second = run("second");

        assertThat(second.file()).isEqualTo(first.file());
        assertThat(second.tables()).isEqualTo(first.tables());
    }

    @Test
    void aServerThatEndedByItselfLeavesNothing() throws IOException {
        RuntimeSettings settings = settings("ended");
        try (Environment environment = start(settings)) {
            environment.component("db").kill();
        }

        try (Stream<Path> cached = Files.list(settings.cache())) {
            assertThat(cached).noneMatch(path -> path.toString().endsWith("-shop-spare"));
        }
    }

    /** What there was before it wrote something. */
    private Seen run(String name) throws SQLException, IOException {
        RuntimeSettings settings = settings(name);
        try (Environment environment = start(settings);
                Connection session = DriverManager.getConnection(
                        "jdbc:postgresql://" + environment.direct("db", "sql") + "/shop",
                        "postgres",
                        environment.databasePassword());
                Statement statement = session.createStatement()) {
            int tables = count(statement);
            statement.execute("create table left_behind as select generate_series(1, 10000)");
            statement.execute("checkpoint");
            return new Seen(tables, inode(settings));
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from pg_class")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private RuntimeSettings settings(String name) {
        return Environments.settings(directory.resolve(name));
    }

    private static Environment start(RuntimeSettings settings) {
        return Environments.start(
                Environments.of(List.of(), Environments.postgres("db")),
                settings,
                new PlainNetwork(),
                new MemoryEvents());
    }

    private static Object inode(RuntimeSettings settings) throws IOException {
        return Files.getAttribute(settings.work("db").resolve("data/PG_VERSION"), "unix:ino");
    }
}
