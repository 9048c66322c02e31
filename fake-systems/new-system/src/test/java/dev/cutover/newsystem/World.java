package dev.cutover.newsystem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.testing.JsonClient;
import dev.cutover.testing.Surroundings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A new system with 40 households in its surroundings, and a client that speaks its contract. */
final class World implements AutoCloseable {
    private static final AtomicLong OPERATIONS = new AtomicLong();

    final Surroundings around;
    private final NewSystem system;
    private final JsonClient<Answer> client;

    World(String database) throws Exception {
        this(database, direct -> direct);
    }

    /** The system's own way to the database may be another than the test's. */
    World(String database, UnaryOperator<String> way) throws Exception {
        around = new Surroundings(database);
        client = new JsonClient<>(around.system(), Answer::new);
        system = NewSystem.start(around.environment(way));
        client.awaitDatabase();
        fill();
        warmUp();
    }

    /** The first answers of a cold system can take longer than its own time limits allow. */
    private void warmUp() {
        settled("POST /households/40/orders/40/payment");
        around.forgetCharges();
    }

    private void fill() {
        around.jdbi().useHandle(db -> {
            db.execute("insert into household select generate_series(1, 40)");
            db.execute("""
                    insert into customer select n, (n + 2) / 3, null, 'c' || n || '@h' || (n + 2) / 3 || '.example', 1000, null
                    from generate_series(1, 120) n""");
            db.execute("""
                    insert into purchase_order
                    select gen_random_uuid(), h, h, 3 * h, 'S1', 1, 5, 5, now(), 'OPEN', null, 0 from generate_series(1, 40) h""");
        });
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
        return client.send(client.request(path).GET());
    }

    /** A command {@code POST /path {'field': 1}} of a new operation; headers come in pairs. */
    Answer command(String line, String... headers) {
        return command(operation(), line, headers);
    }

    Answer command(long operation, String line, String... headers) {
        String[] parts = line.split(" +", 3);
        String body = parts.length == 3 ? parts[2].replace('\'', '"') : "";
        HttpRequest.Builder request = client.request(parts[1])
                .method(parts[0], BodyPublishers.ofString(body))
                .headers("Idempotency-Key", "key-" + operation, "Operation-Id", "" + operation);
        return client.send(request, headers);
    }

    /** The answer to a new operation, sent again under its id as long as its outcome is unknown, as clients do. */
    Answer settled(String line) {
        long operation = operation();
        return Awaitility.await().until(() -> command(operation, line), answer -> answer.status() != 503);
    }

    String page(String path) {
        return client.page(path);
    }

    long number(String sql) {
        return around.number(sql);
    }

    long version(int household) {
        return number("select version from household where id = " + household);
    }

    @Override
    public void close() {
        system.close();
        around.close();
    }
}
