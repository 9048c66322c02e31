package dev.cutover.bridge;

import dev.cutover.bridge.admin.AdminApi;
import dev.cutover.bridge.admin.CrashApi;
import dev.cutover.bridge.admin.RoutingApi;
import dev.cutover.bridge.move.BucketMove;
import dev.cutover.bridge.move.Fences;
import dev.cutover.bridge.move.MarkerRule;
import dev.cutover.bridge.move.Markers;
import dev.cutover.bridge.move.MoveMeters;
import dev.cutover.bridge.move.ProvenChange;
import dev.cutover.bridge.move.ProvenDrain;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.move.SharedMarkers;
import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.RoutingStore;
import dev.cutover.bridge.shadow.Comparisons;
import dev.cutover.bridge.shadow.Shadow;
import dev.cutover.bridge.shadow.ShadowCall;
import dev.cutover.bridge.shadow.ShadowMeters;
import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.DataPath;
import dev.cutover.bridge.traffic.Dispatch;
import dev.cutover.bridge.traffic.EventLoop;
import dev.cutover.bridge.traffic.Forwarder;
import dev.cutover.bridge.traffic.Gate;
import dev.cutover.bridge.traffic.Hold;
import dev.cutover.bridge.traffic.InFlight;
import dev.cutover.bridge.traffic.Meters;
import dev.cutover.bridge.traffic.OwnerForwarder;
import dev.cutover.bridge.traffic.SystemClient;
import dev.cutover.bridge.traffic.Translation;
import dev.cutover.crash.CrashPoints;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All the parts of one bridge, put together. */
final class Assembly implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int CONTROL_CONNECTIONS = 16;
    private static final int MAX_HELD = 2_000;
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);

    private final Settings settings;
    private final Vertx vertx = vertx();
    private final EventLoop loop = new EventLoop(vertx.getOrCreateContext());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final InFlight inFlight = new InFlight();
    private final Comparisons comparisons = new Comparisons();
    private final PrometheusMeterRegistry registry;
    private final Routing routing;
    private final Markers markers;
    private final Meters meters;
    private final Hold hold;
    private final DataPath dataPath;
    private final AdminApi adminApi;

    private Assembly(
            Settings settings, PrometheusMeterRegistry registry, Routing routing, Markers markers, Parts parts) {
        this.settings = settings;
        this.registry = registry;
        this.routing = routing;
        this.markers = markers;
        this.meters = new Meters(registry);
        this.hold = new Hold(vertx, MAX_HELD, meters);
        Dispatch dispatch = dispatch(parts);
        this.dataPath = new DataPath(dispatch, parts.traffic().delivery(), meters);
        BucketMove move = new BucketMove(
                routing,
                new Gate(loop, hold, dispatch),
                parts.moving().drain().apply(drain(parts.crash())),
                parts.crash());
        RoutingChange change = parts.moving()
                .change()
                .apply(new ProvenChange(routing, markers, move, new MoveMeters(registry), parts.crash()));
        this.adminApi = new AdminApi(
                new RoutingApi(routing, change, settings.adminToken()),
                comparisons::report,
                registry::scrape,
                new CrashApi(parts.crash()),
                background);
        registry.gauge("bridge.in.flight", inFlight, InFlight::total);
        registry.gauge("bridge.held.now", hold, Hold::size);
        registry.gauge("bridge.epoch", routing, now -> now.table().epoch());
        registry.gauge("bridge.new.share", routing, now -> now.table().inForce().newShare());
    }

    static Assembly of(Settings settings, Function<MarkerRule, Markers> markers, UnaryOperator<Parts> variant)
            throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CompletableFuture<Routing> routing = new CompletableFuture<>();
        Parts parts = variant.apply(Parts.standard(() -> routing.resultNow().table(), registry));
        RoutingStore store = parts.moving().store().open(settings.stateDirectory());
        routing.complete(Routing.of(store));
        return new Assembly(
                settings,
                registry,
                routing.resultNow(),
                markers.apply(parts.moving().markers()),
                parts);
    }

    DataPath dataPath() {
        return dataPath;
    }

    AdminApi adminApi() {
        return adminApi;
    }

    CompletionStage<HttpServer> listen(int port, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions()
                .setHandle100ContinueAutomatically(true)
                .setTcpNoDelay(true)
                .setHost(settings.host())
                .setPort(port);
        return vertx.createHttpServer(options).requestHandler(handler).listen().toCompletionStage();
    }

    /** Completes as soon as no request is under way. */
    CompletionStage<Void> quiet() {
        return loop.call(inFlight::ended);
    }

    @Override
    public void close() {
        background.shutdownNow();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(400, TimeUnit.MILLISECONDS)
                .exceptionally(late -> null)
                .join();
        markers.close();
        try {
            routing.close();
        } catch (IOException e) {
            throw new IllegalStateException("the routing log did not close", e);
        }
    }

    private ProvenDrain drain(CrashPoints crash) {
        Fences fences = new Fences(
                client(settings.oldUrl(), CONTROL_CONNECTIONS), client(settings.newUrl(), CONTROL_CONNECTIONS));
        return ProvenDrain.of(loop, inFlight, fences, new SharedMarkers(markers, background), crash);
    }

    private Dispatch dispatch(Parts parts) {
        Translation translation = new Translation(parts.traffic().keys());
        Forwarder forwarder = parts.traffic()
                .forwarding()
                .apply(new OwnerForwarder(
                        client(settings.oldUrl(), CONNECTIONS), client(settings.newUrl(), CONNECTIONS), translation));
        Companion companion = parts.shadowing().companion().apply(shadow(parts.shadowing(), translation));
        return new Dispatch(routing, hold, inFlight, forwarder, companion);
    }

    private Shadow shadow(Parts.Shadowing parts, Translation translation) {
        ShadowCall call = new ShadowCall(client(settings.newUrl(), CONNECTIONS), translation, parts.headers());
        Shadow shadow = new Shadow(vertx, call, parts.differences(), comparisons);
        ShadowMeters.register(registry, shadow, comparisons);
        return shadow;
    }

    private SystemClient client(URI url, int connections) {
        return new SystemClient(vertx, url, connections, TIMEOUT);
    }

    /** A single event loop: what lives on it needs no locks, and one core is far more than the bridge needs. */
    private static Vertx vertx() {
        // The JVM's resolver starts faster, and addresses are few.
        System.setProperty("vertx.disableDnsResolver", "true");
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
