package dev.cutover.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.cutover.sync.bootstrap.BootstrapState;
import dev.cutover.sync.lag.Behind;
import dev.cutover.sync.lag.Progress;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.JsonRecords;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the sync says about itself, and the start of the bootstrap. */
final class Http implements AutoCloseable {
    /** No request needs a body. */
    private static final int LARGEST_BODY = 4_096;

    private record Health(
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    private record DirectionLag(double seconds, long records, long applied, long skipped, long deadLetters) {}

    private record BootstrapProgress(
            String state, long copied, long total, @Nullable String reason) {}

    private record Refusal(String error) {}

    private final Pipeline pipeline;
    private final PrometheusMeterRegistry registry;
    private final HttpServer server;

    Http(Settings settings, Pipeline pipeline, PrometheusMeterRegistry registry) throws IOException {
        this.pipeline = pipeline;
        this.registry = registry;
        this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", bounded(this::health));
        server.createContext("/metrics", bounded(this::metrics));
        server.createContext("/lag", bounded(this::lag));
        server.createContext("/bootstrap", bounded(this::bootstrap));
        if (!pipeline.crash().armed().isEmpty()) {
            server.createContext("/crash-points", bounded(this::crashPoints));
        }
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
        if (problem.isEmpty()) {
            answer(exchange, 200, new Health("UP", null));
        } else {
            answer(exchange, 503, new Health("DOWN", problem));
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain; version=0.0.4", registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private void lag(HttpExchange exchange) throws IOException {
        Map<String, DirectionLag> lags = new LinkedHashMap<>();
        for (Direction direction : Direction.values()) {
            lags.put(direction.text(), lag(pipeline.behind(direction), pipeline.progress(direction)));
        }
        answer(exchange, 200, lags);
    }

    private static DirectionLag lag(Behind behind, Progress progress) {
        return new DirectionLag(
                behind.seconds(), behind.records(), progress.applied(), progress.skipped(), progress.deadLetters());
    }

    private void bootstrap(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, bootstrapState());
            case "POST" -> {
                try {
                    pipeline.bootstrap().start();
                    answer(exchange, 202, bootstrapState());
                } catch (SQLException e) {
                    answer(exchange, 503, new Refusal("new's database did not take the start: " + e.getMessage()));
                }
            }
            default -> answer(exchange, 405, new Refusal("use GET or POST"));
        }
    }

    /** Lists the points at which the sync can be made to crash, or arms one. */
    private void crashPoints(HttpExchange exchange) throws IOException {
        String point = exchange.getRequestURI().getPath().replaceFirst("^/crash-points/?", "");
        boolean known = exchange.getRequestMethod().equals("GET")
                ? point.isEmpty()
                : pipeline.crash().arm(point);
        if (known) {
            answer(exchange, 200, pipeline.crash().armed());
        } else {
            answer(exchange, 404, new Refusal("use GET /crash-points, or POST /crash-points/NAME"));
        }
    }

    private BootstrapProgress bootstrapState() {
        BootstrapState state = pipeline.bootstrap().state();
        return new BootstrapProgress(state.state(), state.copied(), state.total(), state.reason());
    }

    /** Reads the request's body before it is handled, and refuses one that is too large. */
    private static HttpHandler bounded(HttpHandler handler) {
        return exchange -> {
            if (exchange.getRequestBody().readNBytes(LARGEST_BODY + 1).length > LARGEST_BODY) {
                answer(exchange, 413, new Refusal("a body must have at most " + LARGEST_BODY + " bytes"));
            } else {
                handler.handle(exchange);
            }
        };
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        answer(exchange, status, "application/json", JsonRecords.write(body));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
