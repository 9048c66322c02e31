package dev.cutover.oldsystem;

import com.zaxxer.hikari.HikariDataSource;
import dev.cutover.oldsystem.prices.PriceFeed;
import dev.cutover.oldsystem.shop.Operations;
import dev.cutover.oldsystem.shop.Shop;
import dev.cutover.oldsystem.web.WebServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The old system, wired and running; its main method takes everything from the environment. */
public final class OldSystem implements AutoCloseable {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Readiness readiness = new Readiness();
    private final HikariDataSource pool;
    private final Start start;
    private final PriceFeed prices;
    private final WebServer web;

    private OldSystem(Settings settings) {
        pool = Database.pool(settings.dbUrl(), meters);
        Jdbi jdbi = Jdbi.create(pool);
        start = new Start(settings, pool, readiness);
        prices = new PriceFeed(settings.kafka(), jdbi, readiness, meters);
        Shop shop = new Shop(pool, new Payments(settings.payments()), Clock.systemUTC());
        web = new WebServer(settings.host(), settings.port(), Operations.of(shop), readiness, meters);
        Gauge.builder("database_up", readiness, r -> r.isUp("database") ? 1 : 0).register(meters);
    }

    /** Starts a system; it serves once its database is prepared. Malformed settings throw an IllegalArgumentException. */
    public static OldSystem start(Map<String, String> env) throws Exception {
        OldSystem system = new OldSystem(Settings.from(env));
        system.web.start();
        system.start.begin();
        system.prices.begin();
        return system;
    }

    /** Stops taking requests, ends those in progress, then lets go of everything else. */
    @Override
    public void close() {
        web.close();
        prices.close();
        start.close();
        pool.close();
    }

    /** Runs until SIGTERM; exit code 2 if the environment is wrong. */
    public static void main(String[] args) throws Exception {
        try {
            OldSystem system = start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
