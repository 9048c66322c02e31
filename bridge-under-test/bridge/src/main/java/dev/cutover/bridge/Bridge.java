package dev.cutover.bridge;

import dev.cutover.bridge.move.KafkaMarkers;
import dev.cutover.bridge.move.MarkerRule;
import dev.cutover.bridge.move.Markers;
import dev.cutover.bridge.move.Point;
import dev.cutover.crash.CrashPoints;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bridge as a process: clients on one port, operators on another. */
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofMillis(1_550);

    private final Assembly assembly;
    private final HttpServer clients;
    private final HttpServer operators;

    private Bridge(Assembly assembly, HttpServer clients, HttpServer operators) {
        this.assembly = assembly;
        this.clients = clients;
        this.operators = operators;
    }

    public static void main(String[] args) {
        run(UnaryOperator.identity());
    }

    /**
     * Runs the bridge, or a variant of it, until the process is stopped; exits with 2 if the environment is wrong, with
     * 1 if it cannot start.
     */
    public static void run(UnaryOperator<Parts> variant) {
        try {
            Settings settings = Settings.from(System.getenv());
            CrashPoints crash = CrashPoints.from(System.getenv(), Point.class);
            Bridge bridge = start(
                    settings,
                    rule -> KafkaMarkers.start(settings.kafka(), rule),
                    parts -> variant.apply(parts.withCrashPoints(crash)));
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
        } catch (IllegalArgumentException e) {
            exit(2, e);
        } catch (IOException | IllegalStateException e) {
            exit(1, e);
        }
    }

    /** Starts a bridge in this process; serves when this returns. */
    public static Bridge start(Settings settings, Function<MarkerRule, Markers> markers, UnaryOperator<Parts> variant)
            throws IOException {
        Assembly assembly = Assembly.of(settings, markers, variant);
        HttpServer operators = await(assembly.listen(settings.adminPort(), assembly.adminApi()), START_LIMIT);
        HttpServer clients = await(assembly.listen(settings.port(), assembly.dataPath()), START_LIMIT);
        LOG.info("serving clients on port {}, operators on port {}", clients.actualPort(), operators.actualPort());
        return new Bridge(assembly, clients, operators);
    }

    public int port() {
        return clients.actualPort();
    }

    public int adminPort() {
        return operators.actualPort();
    }

    /** Lets requests under way end, within 2 s. */
    @Override
    public void close() {
        try {
            await(assembly.quiet(), STOP_LIMIT);
        } catch (IllegalStateException e) {
            LOG.warn("stopped with requests under way");
        }
        assembly.close();
    }

    private static <T> T await(CompletionStage<T> stage, Duration limit) {
        try {
            return stage.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not done within " + limit.toMillis() + " ms: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void exit(int code, Exception reason) {
        System.err.println("bridge: " + reason.getMessage());
        System.exit(code);
    }
}
