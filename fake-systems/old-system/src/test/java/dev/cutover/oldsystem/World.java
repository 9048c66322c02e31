package dev.cutover.oldsystem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.testing.JsonClient;
import dev.cutover.testing.Surroundings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** An old system with 40 households in its surroundings, and a client that speaks its contract. */
final class World implements AutoCloseable {
    private static final AtomicLong OPERATIONS = new AtomicLong();

    final Surroundings around;
    private final OldSystem system;
    private final JsonClient<Answer> client;

    World(String database) throws Exception {
        this(database, direct -> direct);
    }

    /** The system's own way to the database may be another than the test's. */
    World(String database, UnaryOperator<String> way) throws Exception {
        around = new Surroundings(database);
        client = new JsonClient<>(around.system(), Answer::new);
        Map<String, String> environment = new HashMap<>(around.environment(way));
        environment.put("SEED", "7");
        environment.put("SEED_HOUSEHOLDS", "40");
        system = OldSystem.start(environment);
        client.awaitDatabase();
        warmUp();
    }

    /** The first answers of a cold system can take longer than its own time limits allow. */
    private void warmUp() {
        Answer placed = settled("place-order", "hhNo: 40, custNo: 120, sku: 'S', qty: 1, unitC: 5");
        settled("pay-order", "hhNo: 40, ordNo: " + placed.body().path("ordNo"));
        around.forgetCharges();
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
        return client.send(client.request(path).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
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

    String page(String path) {
        return client.page(path);
    }

    long number(String sql) {
        return around.number(sql);
    }

    @Override
    public void close() {
        system.close();
        around.close();
    }
}
