package dev.cutover.oldsystem.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.oldsystem.Readiness;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages for operators: /health and /metrics. */
final class Pages extends Handler.Abstract.NonBlocking {
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    Pages(Readiness readiness, PrometheusMeterRegistry meters) {
        this.readiness = readiness;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return switch (Request.getPathInContext(request)) {
            case "/health" -> {
                health(response, callback);
                yield true;
            }
            case "/metrics" -> {
                Reply.send(response, callback, 200, "text/plain; version=0.0.4; charset=utf-8", utf8(meters.scrape()));
                yield true;
            }
            default -> false;
        };
    }

    private void health(Response response, Callback callback) {
        Optional<String> reason = readiness.reason();
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("status", reason.isEmpty() ? "UP" : "DOWN");
        reason.ifPresent(text -> page.put("reason", text));
        Reply.send(response, callback, reason.isEmpty() ? 200 : 503, "application/json", utf8(page.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
