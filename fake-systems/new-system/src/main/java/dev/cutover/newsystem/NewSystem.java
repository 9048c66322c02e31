package dev.cutover.newsystem;

import com.zaxxer.hikari.HikariDataSource;
import dev.cutover.kit.database.Database;
import dev.cutover.kit.database.DatabaseWatch;
import dev.cutover.kit.health.Health;
import dev.cutover.kit.http.WebServer;
import dev.cutover.kit.payments.PaymentClient;
import dev.cutover.kit.prices.PriceFeed;
import dev.cutover.kit.program.Program;
import dev.cutover.kit.program.Settings;
import dev.cutover.newsystem.api.ResourceEndpoint;
import dev.cutover.newsystem.api.ServerProblems;
import dev.cutover.newsystem.orders.PaymentGateway;
import dev.cutover.newsystem.orders.Resources;
import dev.cutover.newsystem.pricing.Prices;
import dev.cutover.newsystem.pricing.Prices.NewPrice;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The new system; everything it needs to know is in the environment. */
public final class NewSystem implements AutoCloseable {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HikariDataSource pool;
    private final DatabaseWatch watch;
    private final PriceFeed<NewPrice> prices;
    private final WebServer web;

    private NewSystem(Settings settings) {
        Health health = new Health();
        Database database = new Database(settings.databaseUrl());
        pool = database.pool(meters);
        watch = new DatabaseWatch(pool, database::migrate, health, meters);
        prices = new PriceFeed<>(settings.kafka(), "new-system", new Prices(Jdbi.create(pool)), health, meters);
        PaymentGateway gateway = PaymentGateway.of(new PaymentClient(settings.payments(), "new"));
        var endpoint = new ResourceEndpoint(Resources.of(pool, gateway, Clock.systemUTC()), meters);
        web = new WebServer(settings.address(), endpoint, new ServerProblems(), health, meters);
    }

    /** Starts a system; it can serve once its health is UP. Wrong settings throw an IllegalArgumentException. */
    public static NewSystem start(Map<String, String> env) throws Exception {
        NewSystem system = new NewSystem(Settings.from(env));
        system.web.start();
        system.watch.start();
        system.prices.start();
        return system;
    }

    /** Ends requests in progress, then everything else. */
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
