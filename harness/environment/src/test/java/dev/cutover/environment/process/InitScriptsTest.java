package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class InitScriptsTest {
    private static final String SCHEMA = """
            create table note (id int, text text default 'a;b'); -- a comment; with a semicolon
            create function twice(n int) returns int language plpgsql as $$ begin return 2 * n; end $$;
            do $$ begin perform twice(1); end $$;
            """;

    @TempDir
    Path directory;

    /** The second run takes the files of the first over, in which the tables were. */
    @Test
    void begins_with_what_the_files_say_however_often_it_is_started() throws Exception {
        List<Path> init = files(SCHEMA, "insert into note select twice(n) from generate_series(1, 5000) n;");

        assertThat(sum("first", init)).isEqualTo(25_005_000);
        assertThat(sum("second", init)).isEqualTo(25_005_000);
    }

    @Test
    void names_the_file_and_what_the_server_says() throws IOException {
        List<Path> init = files(SCHEMA, "insert into note select 1;\ninsert into nota select 1;");

        assertThatThrownBy(() -> start("wrong", init))
                .hasMessageContaining("component 'db': its init file " + init.getLast() + " failed")
                .hasMessageContaining("relation \"nota\" does not exist");
    }

    private List<Path> files(String... texts) {
        return Arrays.stream(texts)
                .map(text -> write(directory.resolve(Integer.toHexString(text.hashCode()) + ".sql"), text))
                .toList();
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long sum(String run, List<Path> init) throws SQLException {
        try (Environment environment = start(run, init);
                Connection session = DriverManager.getConnection(
                        "jdbc:postgresql://" + environment.direct("db", "sql") + "/shop",
                        "postgres",
                        environment.databasePassword());
                Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery("select sum(id) from note where text = 'a;b'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Environment start(String run, List<Path> init) {
        ComponentSpec plain = Environments.postgres("db");
        var database = new ComponentSpec(
                plain.name(),
                new Kind.Postgres("shop", init),
                Optional.empty(),
                plain.ports(),
                plain.environment(),
                plain.ready(),
                plain.after(),
                plain.readyWithin());
        return Environments.start(
                Environments.of(List.of(), database),
                Environments.settings(directory.resolve(run)),
                new PlainNetwork(),
                new MemoryEvents());
    }
}
