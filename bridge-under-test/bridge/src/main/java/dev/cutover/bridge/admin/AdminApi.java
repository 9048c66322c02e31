package dev.cutover.bridge.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.move.Outcome;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.Routing;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The operators' port. Whatever blocks or takes long runs on {@code background}, not on the event loop. */
public final class AdminApi implements Handler<HttpServerRequest> {
    private final Routing routing;
    private final RoutingChange change;
    private final Supplier<JsonNode> comparisons;
    private final Supplier<String> metrics;
    private final byte[] authorization;
    private final Executor background;

    public AdminApi(
            Routing routing,
            RoutingChange change,
            Supplier<JsonNode> comparisons,
            Supplier<String> metrics,
            String token,
            Executor background) {
        this.routing = routing;
        this.change = change;
        this.comparisons = comparisons;
        this.metrics = metrics;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.background = background;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Reply reply = new Reply(request.response());
        switch (request.method().name() + " " + request.path()) {
            case "GET /health" -> reply.json(200, Json.object().put("status", "UP"));
            case "GET /metrics" -> background.execute(() -> reply.text(200, metrics.get()));
            case "GET /comparisons" -> background.execute(() -> reply.json(200, comparisons.get()));
            case "GET /routing" -> reply.json(200, RoutingJson.routing(routing.table(), change.isChanging()));
            case "PUT /routing" -> put(request, reply);
            default ->
                reply.error(
                        404,
                        "expected GET /health, /metrics, /comparisons, /routing or PUT /routing, found: "
                                + request.method() + " " + request.path());
        }
    }

    private void put(HttpServerRequest request, Reply reply) {
        String given = request.getHeader("Authorization");
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
            reply.error(401, "expected the header Authorization: Bearer <ADMIN_TOKEN>");
            return;
        }
        request.body().onSuccess(body -> background.execute(() -> change(body, reply)));
    }

    private void change(Buffer body, Reply reply) {
        try {
            switch (change.to(RoutingJson.target(body.getBytes()))) {
                case Outcome.InForce done -> reply.json(200, inForce(done));
                case Outcome.Refused refused -> reply.error(409, refused.error());
            }
        } catch (IllegalArgumentException e) {
            reply.error(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            reply.error(500, "bridge: " + e);
        }
    }

    private ObjectNode inForce(Outcome.InForce done) {
        ObjectNode body = RoutingJson.routing(routing.table(), false).put("tookMs", RoutingJson.rounded(done.tookMs()));
        body.set("moves", RoutingJson.moves(done.moves()));
        return body;
    }
}
