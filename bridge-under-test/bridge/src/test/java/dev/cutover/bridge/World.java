package dev.cutover.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A bridge between two fake systems, and a client for both of its ports. */
public final class World implements AutoCloseable {
    public final FakeSystem old = new FakeSystem(asked -> new FakeSystem.Reply(
            200, Json.object().put("rc", 0).put("msg", "OK").put("ver", 7)));
    public final FakeSystem replacement = new FakeSystem(asked -> new FakeSystem.Reply(
            200,
            Json.object()
                    .put("id", 3)
                    .put("fullName", "C 3")
                    .put("email", "c3@h1.example")
                    .put("credit", new java.math.BigDecimal("12.30"))
                    .put("householdVersion", 7)));
    public final FakeMarkers markers = new FakeMarkers();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path state;
    Bridge bridge;

    public World(Path state) throws IOException {
        this.state = state;
        bridge = start(UnaryOperator.identity());
    }

    /** Stops the bridge and starts another one, or a variant, with the same state. */
    public void restart(UnaryOperator<Parts> variant) throws IOException {
        bridge.close();
        bridge = start(variant);
    }

    public HttpResponse<byte[]> post(String operation, String body) throws IOException, InterruptedException {
        return http.send(request(operation, body), HttpResponse.BodyHandlers.ofByteArray());
    }

    public CompletableFuture<HttpResponse<byte[]>> postAsync(String operation, String body) {
        return http.sendAsync(request(operation, body), HttpResponse.BodyHandlers.ofByteArray());
    }

    public JsonNode ask(String operation, String body) throws IOException, InterruptedException {
        return Json.read(post(operation, body).body());
    }

    public JsonNode readCustomer(long household) throws IOException, InterruptedException {
        return ask("read-customer", "{\"hhNo\":" + household + ",\"custNo\":3}");
    }

    public HttpResponse<byte[]> route(String body) throws IOException, InterruptedException {
        return admin("PUT", "/routing", body, "Bearer secret");
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return Json.read(admin("GET", path, "", "").body());
    }

    public HttpResponse<byte[]> admin(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + bridge.adminPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(40));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        old.close();
        replacement.close();
        bridge.close();
        http.close();
    }

    private HttpRequest request(String operation, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + "/shop/" + operation))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private Bridge start(UnaryOperator<Parts> variant) throws IOException {
        Settings settings =
                new Settings("127.0.0.1", 0, 0, "secret", old.url(), replacement.url(), "127.0.0.1:1", state);
        return Bridge.start(settings, markers::by, variant);
    }
}
