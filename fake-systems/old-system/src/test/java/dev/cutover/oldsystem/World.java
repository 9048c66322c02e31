package dev.cutover.oldsystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;

/** An old system with its database and payment provider, and a client; Kafka is out of reach. */
final class World implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong OPERATIONS = new AtomicLong();

    final WireMockServer payments =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final Jdbi jdbi;
    private final OldSystem system;
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
        int port = Postgres.port();
        url = URI.create("http://127.0.0.1:" + port);
        system = OldSystem.start(Map.of(
                "PORT",
                "" + port,
                "DB_URL",
                way.apply(db),
                "KAFKA",
                "127.0.0.1:1",
                "PAYMENTS_URL",
                payments.baseUrl(),
                "SEED",
                "7",
                "SEED_HOUSEHOLDS",
                "40"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/metrics").contains("database_up 1.0"));
        warmUp();
    }

    /** The first answers of a cold system can take longer than its own time limits allow. */
    private void warmUp() {
        Answer placed = settled("place-order", "hhNo: 40, custNo: 120, sku: 'S', qty: 1, unitC: 5");
        settled("pay-order", "hhNo: 40, ordNo: " + placed.body().path("ordNo"));
        payments.resetRequests();
    }

    void paymentsAnswer(int status, int delayMs) {
        payments.stubFor(WireMock.post(urlEqualTo("/charges"))
                .willReturn(aResponse().withStatus(status).withFixedDelay(delayMs)));
    }

    record Answer(int status, HttpResponse<String> http, JsonNode body) {
        int rc() {
            return body.path("rc").asInt(-1);
        }

        boolean replayed() {
            return http.headers().firstValue("X-Replayed").isPresent();
        }
    }

    static long operation() {
        return OPERATIONS.incrementAndGet();
    }

    /** Posts fields in the short form {@code hhNo: 1, note: 'x'}; headers come in pairs. */
    Answer post(String path, String fields, String... headers) {
        String body =
                "{" + fields.replaceAll("(?<!\\w)(\\w{1,9}): ", "\"$1\": ").replace('\'', '"') + "}";
        return postJson(path, body, headers);
    }

    Answer postJson(String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts a write under a new operation id. */
    Answer write(String operation, String fields, String... headers) {
        return post("/shop/" + operation, "opId: '" + operation() + "', " + fields, headers);
    }

    /** The answer to a new operation, sent again under its id as long as its outcome is unknown, as clients do. */
    Answer settled(String operation, String fields) {
        String body = "opId: '" + operation() + "', " + fields;
        return Awaitility.await().until(() -> post("/shop/" + operation, body), answer -> answer.rc() != 51);
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path))).http().body();
    }

    long number(String sql) {
        return jdbi.withHandle(db -> db.select(sql).mapTo(Long.class).one());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), answer, JSON.readTree(json ? answer.body() : "{}"));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        system.close();
        payments.stop();
    }
}
