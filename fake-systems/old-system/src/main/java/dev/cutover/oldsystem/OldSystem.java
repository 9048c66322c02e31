package dev.cutover.oldsystem;

import com.zaxxer.hikari.HikariDataSource;
import dev.cutover.kit.database.Database;
import dev.cutover.kit.database.DatabaseWatch;
import dev.cutover.kit.health.Health;
import dev.cutover.kit.http.WebServer;
import dev.cutover.kit.payments.PaymentClient;
import dev.cutover.kit.prices.PriceFeed;
import dev.cutover.kit.program.Program;
import dev.cutover.kit.program.Settings;
import dev.cutover.oldsystem.prices.Prices;
import dev.cutover.oldsystem.prices.Prices.PriceUpdate;
import dev.cutover.oldsystem.shop.Operations;
import dev.cutover.oldsystem.shop.Shop;
import dev.cutover.oldsystem.web.JsonErrors;
import dev.cutover.oldsystem.web.OperationEndpoint;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The old system, wired and running; its main method takes everything from the environment. */
public final class OldSystem implements AutoCloseable {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HikariDataSource pool;
    private final DatabaseWatch watch;
    private final PriceFeed<PriceUpdate> prices;
    private final WebServer web;

    private OldSystem(Settings settings, Seed seed) {
        Health health = new Health();
        Database database = new Database(settings.databaseUrl());
        pool = database.pool(meters);
        watch = new DatabaseWatch(pool, () -> prepare(database, seed), health, meters);
        prices = new PriceFeed<>(settings.kafka(), "old-system", new Prices(Jdbi.create(pool)), health, meters);
        Shop shop = new Shop(pool, new PaymentClient(settings.payments(), "old"), Clock.systemUTC());
        OperationEndpoint endpoint = new OperationEndpoint(Operations.of(shop), meters);
        web = new WebServer(settings.address(), endpoint, new JsonErrors(), health, meters);
    }

    private static void prepare(Database database, Seed seed) {
        database.migrate();
        seed.fill(Jdbi.create(database.unhurried()));
    }

    /**
     * Starts a system; it serves once its database is prepared. Malformed settings throw an IllegalArgumentException.
     */
    public static OldSystem start(Map<String, String> env) throws Exception {
        OldSystem system = new OldSystem(Settings.from(env), Seed.from(env));
        system.web.start();
        system.watch.start();
        system.prices.start();
        return system;
    }

    /** Stops taking requests, ends those in progress, then lets go of everything else. */
    @Override
    public void close() {
        web.close();
        prices.close();
        watch.close();
        pool.close();
    }

    public static void main(String[] args) throws Exception {
        Program.run(env -> start(env)::close);
    }
}
