package dev.cutover.newsystem;

import com.zaxxer.hikari.HikariDataSource;
import dev.cutover.newsystem.api.ApiServer;
import dev.cutover.newsystem.orders.Resources;
import dev.cutover.newsystem.pricing.PricePipeline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The new system; everything it needs to know is in the environment. */
public final class NewSystem implements AutoCloseable {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health();
    private final HikariDataSource pool;
    private final DatabaseWatch database;
    private final PricePipeline prices;
    private final ApiServer api;

    private NewSystem(Config config) {
        pool = Connections.pool(config.databaseUrl(), meters);
        Jdbi jdbi = Jdbi.create(pool);
        database = new DatabaseWatch(config.databaseUrl(), jdbi, health);
        prices = new PricePipeline(config.kafka(), jdbi, health, meters);
        var resources = Resources.of(pool, new HttpPaymentGateway(config.paymentsUrl()), Clock.systemUTC());
        api = new ApiServer(config.address(), resources, health, meters);
        Gauge.builder("database.up", health, h -> h.databaseAnswers() ? 1 : 0).register(meters);
    }

    /** Starts a system; it can serve once its health is UP. Wrong settings throw an IllegalArgumentException. */
    public static NewSystem start(Map<String, String> env) throws Exception {
        NewSystem system = new NewSystem(Config.of(env));
        system.api.start();
        system.database.start();
        system.prices.start();
        return system;
    }

    /** Ends requests in progress, then everything else. */
    @Override
    public void close() {
        api.close();
        prices.close();
        database.close();
        pool.close();
    }

    /** Runs until SIGTERM; exit code 2 if a setting is missing or wrong. */
    public static void main(String[] args) throws Exception {
        try {
            NewSystem system = start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
