package dev.cutover.newsystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;

/** A new system with 40 households, its database and payment provider, and a client; Kafka is out of reach. */
final class World implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong OPERATIONS = new AtomicLong();

    final WireMockServer payments =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final Jdbi jdbi;
    private final NewSystem system;
    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    World(String database) throws Exception {
        this(database, direct -> direct);
    }

    /** The system's own way to the database may be another than the test's. */
    World(String database, UnaryOperator<String> way) throws Exception {
        payments.start();
        paymentsAnswer(201, 0);
        String db = Postgres.newDatabase(database);
        jdbi = Jdbi.create(db);
        String port = "" + Postgres.port();
        url = URI.create("http://127.0.0.1:" + port);
        String kafka = "127.0.0.1:1";
        system = NewSystem.start(
                Map.of("PORT", port, "DB_URL", way.apply(db), "KAFKA", kafka, "PAYMENTS_URL", payments.baseUrl()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/metrics").http().body().contains("database_up 1.0"));
        fill();
        warmUp();
    }

    /** The first answers of a cold system can take longer than its own time limits allow. */
    private void warmUp() {
        settled("POST /households/40/orders/40/payment");
        payments.resetRequests();
    }

    private void fill() {
        jdbi.useHandle(db -> {
            db.execute("insert into household select generate_series(1, 40)");
            db.execute("""
                    insert into customer select n, (n + 2) / 3, null, 'c' || n || '@h' || (n + 2) / 3 || '.example', 1000, null
                    from generate_series(1, 120) n""");
            db.execute("""
                    insert into purchase_order
                    select gen_random_uuid(), h, h, 3 * h, 'S1', 1, 5, 5, now(), 'OPEN', null, 0 from generate_series(1, 40) h""");
        });
    }

    void paymentsAnswer(int status, int delayMs) {
        payments.stubFor(WireMock.post(urlEqualTo("/charges"))
                .willReturn(aResponse().withStatus(status).withFixedDelay(delayMs)));
    }

    int charges() {
        return payments.getAllServeEvents().size();
    }

    record Answer(int status, HttpResponse<String> http, JsonNode body) {
        String problem() {
            return body.path("type").asText().replace("urn:shop:problem:", "");
        }

        boolean replayed() {
            return http.headers().firstValue("X-Replayed").isPresent();
        }
    }

    static long operation() {
        return OPERATIONS.incrementAndGet();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** A command {@code POST /path {'field': 1}} of a new operation; headers come in pairs. */
    Answer command(String line, String... headers) {
        return command(operation(), line, headers);
    }

    Answer command(long operation, String line, String... headers) {
        String[] parts = line.split(" +", 3);
        String body = parts.length == 3 ? parts[2].replace('\'', '"') : "";
        HttpRequest.Builder request = request(parts[1]).method(parts[0], BodyPublishers.ofString(body));
        request.headers("Idempotency-Key", "key-" + operation, "Operation-Id", "" + operation);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The answer to a new operation, sent again under its id as long as its outcome is unknown, as clients do. */
    Answer settled(String line) {
        long operation = operation();
        return Awaitility.await().until(() -> command(operation, line), answer -> answer.status() != 503);
    }

    long number(String sql) {
        return jdbi.withHandle(db -> db.select(sql).mapTo(Long.class).one());
    }

    long version(int household) {
        return number("select version from household where id = " + household);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(5));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), answer, JSON.readTree(json ? answer.body() : "{}"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        system.close();
        payments.stop();
    }
}
