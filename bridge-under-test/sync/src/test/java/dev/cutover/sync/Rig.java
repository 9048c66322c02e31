package dev.cutover.sync;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two databases, a broker, and what tests do with them. */
final class Rig implements AutoCloseable {
    final String oldUrl;
    final String newUrl;
    final TestKafka kafka = new TestKafka();
    private final HttpClient http = HttpClient.newHttpClient();

    Rig() throws Exception {
        oldUrl = TestPostgres.database("old.sql");
        newUrl = TestPostgres.database("new.sql");
    }

    /** Fills old with households 1 … n, three customers and one order each. */
    Rig seed(int households) throws SQLException {
        execute(
                oldUrl,
                "insert into hh select n, 0 from generate_series(1, %d) n".formatted(households),
                "insert into cust select 3*n-d, n, 'Customer '||(3*n-d), 'c'||(3*n-d)||'@h'||n||'.example', 100000, '20240229', 'memo '||n"
                        .concat(" from generate_series(1, %d) n, generate_series(0, 2) d".formatted(households)),
                "insert into ord select n, n, 3*n, 'S1', 1, 1230, 1230, '20260329', 'O', null, 0 from generate_series(1, %d) n"
                        .formatted(households));
        return this;
    }

    Settings settings() {
        return Settings.from(Map.of("PORT", "0", "OLD_DB_URL", oldUrl, "NEW_DB_URL", newUrl, "KAFKA", kafka.address()));
    }

    Sync start(Parts parts) throws Exception {
        Sync sync = new Sync(settings(), parts);
        awaitUp(sync.port());
        return sync;
    }

    void awaitUp(int port) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get(port, "/health").statusCode() == 200);
    }

    void bootstrap(int port) throws Exception {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bootstrap"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(port, "/bootstrap").body().contains("\"done\""));
    }

    HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Runs statements as one transaction. */
    static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** All rows, each as its values joined by a bar. */
    static List<String> rows(String url, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", values));
            }
        }
        return found;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
