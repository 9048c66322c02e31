package dev.cutover.sync;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Direction;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sync: one process that carries committed changes both ways between the two databases. */
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    private final Pipeline pipeline;
    private final Http http;
    private final RepeatingThread starter;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Starts listening at once, and everything else as soon as the links allow; {@code variant} may replace parts. */
    public Sync(Settings settings, UnaryOperator<Parts> variant) throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        pipeline = new Pipeline(settings, variant.apply(Parts.standard(registry)));
        gauges(registry);
        http = new Http(settings, pipeline, registry);
        starter = new RepeatingThread("start", this::start);
        LOG.info("listening on {}:{}", settings.host(), http.port());
    }

    public static void main(String[] arguments) {
        run(UnaryOperator.identity());
    }

    /** Runs the sync, or a variant of it, configured by the environment, until the process is told to stop. */
    public static void run(UnaryOperator<Parts> variant) {
        Settings settings;
        CrashPoints crash;
        try {
            settings = Settings.from(System.getenv());
            crash = CrashPoints.from(System.getenv(), Point.class);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            Sync sync = new Sync(settings, parts -> variant.apply(parts.withCrashPoints(crash)));
            Runtime.getRuntime().addShutdownHook(new Thread(sync::close, "stop"));
            sync.closed.await();
        } catch (IOException | InterruptedException e) {
            LOG.error("the sync cannot run", e);
            System.exit(1);
        }
    }

    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        starter.close();
        pipeline.close();
        http.close();
        closed.countDown();
    }

    private void start() throws Exception {
        if (started.getCount() == 0) {
            closed.await();
            return;
        }
        pipeline.start();
        started.countDown();
    }

    private void gauges(PrometheusMeterRegistry registry) {
        for (Direction direction : Direction.values()) {
            Gauge.builder("sync.lag.seconds", () -> pipeline.behind(direction).seconds())
                    .tag("direction", direction.text())
                    .register(registry);
            Gauge.builder("sync.lag.records", () -> pipeline.behind(direction).records())
                    .tag("direction", direction.text())
                    .register(registry);
        }
        Gauge.builder(
                        "sync.bootstrap.copied",
                        () -> pipeline.bootstrap().state().copied())
                .register(registry);
    }
}
