package dev.cutover.bridge.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The operators' port. Whatever blocks or takes long runs on {@code background}, not on the event loop. */
public final class AdminApi implements Handler<HttpServerRequest> {
    private final RoutingApi routing;
    private final Supplier<JsonNode> comparisons;
    private final Supplier<String> metrics;
    private final CrashApi crash;
    private final Executor background;

    public AdminApi(
            RoutingApi routing,
            Supplier<JsonNode> comparisons,
            Supplier<String> metrics,
            CrashApi crash,
            Executor background) {
        this.routing = routing;
        this.comparisons = comparisons;
        this.metrics = metrics;
        this.crash = crash;
        this.background = background;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Reply reply = new Reply(request.response());
        switch (request.method().name() + " " + request.path()) {
            case "GET /health" -> reply.json(200, Map.of("status", "UP"));
            case "GET /metrics" -> background.execute(() -> reply.text(200, metrics.get()));
            case "GET /comparisons" -> background.execute(() -> reply.json(200, comparisons.get()));
            case "GET /routing" -> routing.get(reply);
            case "PUT /routing" -> routing.put(request, reply, background);
            default -> {
                if (!crash.handles(request, reply)) {
                    reply.error(
                            404,
                            "expected GET /health, /metrics, /comparisons, /routing or PUT /routing, found: "
                                    + request.method() + " " + request.path());
                }
            }
        }
    }
}
