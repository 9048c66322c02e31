package dev.cutover.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/** What the sync says about itself, and the start of the bootstrap. */
final class Http implements AutoCloseable {
    private final Pipeline pipeline;
    private final PrometheusMeterRegistry registry;
    private final HttpServer server;

    Http(Settings settings, Pipeline pipeline, PrometheusMeterRegistry registry) throws IOException {
        this.pipeline = pipeline;
        this.registry = registry;
        this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", this::health);
        server.createContext("/metrics", this::metrics);
        server.createContext("/lag", this::lag);
        server.createContext("/bootstrap", this::bootstrap);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void health(HttpExchange exchange) throws IOException {
        String problem = pipeline.problem();
        ObjectNode node = Wire.JSON.createObjectNode();
        if (problem.isEmpty()) {
            answer(exchange, 200, node.put("status", "UP"));
        } else {
            answer(exchange, 503, node.put("status", "DOWN").put("reason", problem));
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain; version=0.0.4", registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private void lag(HttpExchange exchange) throws IOException {
        ObjectNode node = Wire.JSON.createObjectNode();
        for (Direction direction : Direction.values()) {
            Progress progress = pipeline.progress(direction);
            node.putObject(direction.text())
                    .put("seconds", pipeline.lag().seconds(direction))
                    .put("records", pipeline.lag().records(direction))
                    .put("applied", progress.applied())
                    .put("skipped", progress.skipped())
                    .put("deadLetters", progress.deadLetters());
        }
        answer(exchange, 200, node);
    }

    private void bootstrap(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, bootstrapState());
            case "POST" -> {
                try {
                    pipeline.bootstrap().start();
                    answer(exchange, 202, bootstrapState());
                } catch (SQLException e) {
                    ObjectNode node = Wire.JSON.createObjectNode();
                    answer(
                            exchange,
                            503,
                            node.put("error", "new's database did not take the start: " + e.getMessage()));
                }
            }
            default -> answer(exchange, 405, Wire.JSON.createObjectNode().put("error", "use GET or POST"));
        }
    }

    private ObjectNode bootstrapState() {
        BootstrapState state = pipeline.bootstrap().state();
        return Wire.JSON
                .createObjectNode()
                .put("state", state.state())
                .put("copied", state.copied())
                .put("total", state.total())
                .put("reason", state.reason());
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode node) throws IOException {
        answer(exchange, status, "application/json", Wire.bytes(node));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
