package dev.cutover.kit.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.kit.health.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages for operators: /health and /metrics. */
final class OperatorPages extends Handler.Abstract.NonBlocking {
    private final Health health;
    private final PrometheusMeterRegistry meters;

    OperatorPages(Health health, PrometheusMeterRegistry meters) {
        this.health = health;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/health" -> health().send(response, callback);
            case "/metrics" -> metrics().send(response, callback);
            default -> {
                return false;
            }
        }
        return true;
    }

    private WholeResponse health() {
        Optional<String> reason = health.reason();
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("status", reason.isEmpty() ? "UP" : "DOWN");
        reason.ifPresent(text -> page.put("reason", text));
        return new WholeResponse(reason.isEmpty() ? 200 : 503, "application/json", utf8(page.toString()));
    }

    private WholeResponse metrics() {
        return new WholeResponse(200, "text/plain; version=0.0.4; charset=utf-8", utf8(meters.scrape()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
