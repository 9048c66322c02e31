package dev.cutover.newsystem;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the database, none of which may hang for long. */
final class Connections {
    // the server lets go of locks itself when this side has vanished or hangs; a look-up by key needs one plan only
    private static final String GUARDS =
            "-c idle_in_transaction_session_timeout=3000 -c statement_timeout=2500 -c lock_timeout=2500 -c plan_cache_mode=force_generic_plan";

    private Connections() {}

    static HikariDataSource pool(String url, MeterRegistry meters) {
        PGSimpleDataSource postgres = postgres(url, 3);
        postgres.setOptions(GUARDS);
        HikariConfig config = new HikariConfig();
        config.setPoolName("db");
        config.setDataSource(postgres);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(500); // no longer is the pause between two attempts to connect
        config.setValidationTimeout(500);
        config.setKeepaliveTime(30_000);
        config.setInitializationFailTimeout(-1); // the database may come later
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return new HikariDataSource(config);
    }

    static void migrate(String url) {
        Flyway.configure().dataSource(postgres(url, 60)).load().migrate();
    }

    private static PGSimpleDataSource postgres(String url, int socketTimeoutSeconds) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(url);
        postgres.setConnectTimeout(1);
        postgres.setSocketTimeout(socketTimeoutSeconds);
        postgres.setTcpKeepAlive(true);
        postgres.setPrepareThreshold(2);
        return postgres;
    }
}
