package dev.cutover.newsystem.api;

import dev.cutover.newsystem.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** /health and /metrics. */
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
            case "/health" -> Sender.send(response, callback, health());
            case "/metrics" -> Sender.send(response, callback, Body.text(meters.scrape()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Body health() {
        return health.trouble()
                .map(reason -> Body.json(503, Map.of("status", "DOWN", "reason", reason)))
                .orElseGet(() -> Body.json(200, Map.of("status", "UP")));
    }
}
