package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.JsonRecords;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two databases, a broker, and what tests do with them. */
final class Rig implements AutoCloseable {
    final String oldUrl;
    final String newUrl;
    final TestPostgres postgres = new TestPostgres();
    final Link oldLink;
    final Link newLink;
    final TestKafka kafka = new TestKafka();
    final Link kafkaLink = kafka.link();
    private final int syncPort = TestPostgres.freePort();
    private final HttpClient http = HttpClient.newHttpClient();

    Rig() throws Exception {
        oldUrl = postgres.database("old");
        newUrl = postgres.database("new");
        oldLink = new Link(postgres.port());
        newLink = new Link(postgres.port());
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

    Map<String, String> environment() {
        return Map.of(
                "PORT",
                Integer.toString(syncPort),
                "OLD_DB_URL",
                oldUrl.replace(":" + postgres.port(), ":" + oldLink.port()),
                "NEW_DB_URL",
                newUrl.replace(":" + postgres.port(), ":" + newLink.port()),
                "KAFKA",
                "127.0.0.1:" + kafkaLink.port());
    }

    int syncPort() {
        return syncPort;
    }

    Settings settings() {
        return Settings.from(Map.of("PORT", "0", "OLD_DB_URL", oldUrl, "NEW_DB_URL", newUrl, "KAFKA", kafka.address()));
    }

    Sync start() throws Exception {
        Sync sync = new Sync(settings(), UnaryOperator.identity());
        awaitUp(sync.port());
        return sync;
    }

    void awaitUp(int port) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get(port, "/health").statusCode() == 200);
    }

    void requestBootstrap(int port) throws Exception {
        HttpResponse<String> answer = post(port, "/bootstrap", "");
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    void bootstrap(int port) throws Exception {
        requestBootstrap(port);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(port, "/bootstrap").body().contains("\"done\""));
    }

    HttpResponse<String> post(int port, String path, String body) throws Exception {
        return http.send(request(port, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(request(port, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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

    void awaitNewer(long household, long version) {
        awaitVersion(newUrl, "select version from household where id = " + household, version);
    }

    void awaitOlder(long household, long version) {
        awaitVersion(oldUrl, "select ver from hh where hh_no = " + household, version);
    }

    private static void awaitVersion(String url, String query, long version) {
        await().atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(rows(url, query)).containsExactly(Long.toString(version)));
    }

    void awaitEqual() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(Contents.ofNew(this)).isEqualTo(Contents.ofOld(this)));
    }

    /** Asks for a marker as the bridge does; answers its id. */
    String marker(Direction direction) throws Exception {
        String id = UUID.randomUUID().toString();
        String request = "{\"id\":\"" + id + "\",\"direction\":\"" + direction.text() + "\"}";
        kafka.send(new ProducerRecord<>("sync.marker-requests", bytes(id), bytes(request)));
        return id;
    }

    void awaitMarker(String url, String id) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(rows(url, "select partition from sync.marker where id = '" + id + "'"))
                        .hasSize(Direction.PARTITIONS));
    }

    /** Sends a marker each way and waits for both: both directions work. */
    void awaitMarkers() throws Exception {
        String there = marker(Direction.OLD_TO_NEW);
        String back = marker(Direction.NEW_TO_OLD);
        awaitMarker(newUrl, there);
        awaitMarker(oldUrl, back);
    }

    /** The partitions in which that marker was acknowledged. */
    List<Integer> acknowledged(String id) {
        return kafka.read("sync.markers", 0).stream()
                .map(record -> JsonRecords.read(record.value(), Notice.Marker.class))
                .filter(marker -> marker.id().equals(id))
                .map(Notice.Marker::partition)
                .toList();
    }

    long changesIn(Direction direction, long household) {
        return changes(direction, household).size();
    }

    /** Puts all changes of a household into the topic once more. */
    void redeliver(Direction direction, long household) throws Exception {
        for (ConsumerRecord<byte[], byte[]> change : changes(direction, household)) {
            kafka.send(new ProducerRecord<>(direction.topic(), change.partition(), change.key(), change.value()));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> changes(Direction direction, long household) {
        return kafka.read(direction.topic(), (int) (household % Direction.PARTITIONS)).stream()
                .filter(record -> JsonRecords.read(record.value(), Message.class) instanceof Message.Change change
                        && change.household() == household)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        oldLink.close();
        newLink.close();
        kafkaLink.close();
        kafka.close();
        postgres.close();
    }
}
