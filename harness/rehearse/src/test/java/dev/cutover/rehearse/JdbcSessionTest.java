package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of databases that the testbed was not written for is read as of one moment, too. */
class JdbcSessionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:FOLDER/app.db, pragma journal_mode = wal",
        "jdbc:h2:FOLDER/app, select 1",
        "jdbc:hsqldb:mem:app, set database transaction control mvcc"
    })
    void whatIsReadIsOfOneMoment(String url, String preparation) throws SQLException, IOException {
        String place = url.replace("FOLDER", folder.toString());
        try (Connection writer = DriverManager.getConnection(place);
                Statement statement = writer.createStatement()) {
            statement.execute(preparation);
            statement.execute("create table note (ref bigint, body varchar(20))");
            statement.execute("insert into note values (11, 'first'), (12, null)");
            try (var session = new JdbcSession(DriverManager.getConnection(place))) {
                session.within(Duration.ofSeconds(5));
                session.freeze();
                assertThat(session.number("select count(*) from note")).isEqualByComparingTo("2");
                statement.execute("insert into note values (13, 'late')");

                Rows rows = new Rows();
                session.read("select ref as Operation, body as text from note order by ref", rows);

                assertThat(rows.read).containsExactly("operation text", "11 first", "12 null");
                assertThat(session.text("select body from note where ref = 13")).isNull();

                session.thaw();
                session.freeze();
                assertThat(session.number("select count(*) from note")).isEqualByComparingTo("3");
                session.thaw();
            }
            try (var later = new JdbcSession(DriverManager.getConnection(place))) {
                later.execute("delete from note where ref = 11");
                assertThat(later.text("select body from note where ref = 13")).isEqualTo("late");
                assertThatThrownBy(() -> later.number("select nothing from note"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static final class Rows implements Databases.Rows {
        private final List<String> read = new ArrayList<>();

        @Override
        public void labels(List<String> labels) {
            read.add(String.join(" ", labels));
        }

        @Override
        public void row(@Nullable String... values) {
            read.add(String.join(" ", values));
        }
    }
}
