package dev.cutover.oldsystem;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** The database: short time-outs everywhere, for its link may be cut or frozen at any time. */
final class Database {
    // a session whose client was frozen or cut off must not keep a household locked; lookups by key need one plan
    private static final String SESSION =
            "-c idle_in_transaction_session_timeout=3000 -c statement_timeout=2500 -c lock_timeout=2500 -c plan_cache_mode=force_generic_plan";
    private static final int POOL = 20;

    private Database() {}

    /** A pool that can be made, and recovers, while the database is unreachable. */
    static HikariDataSource pool(String url, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("db");
        config.setDataSource(source(url, 3, SESSION));
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(500); // also the longest pause between attempts to connect
        config.setValidationTimeout(500);
        config.setKeepaliveTime(30_000);
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return new HikariDataSource(config);
    }

    /** Brings the schema up to date, and fills an empty database. Takes its time, so not through the pool. */
    static void prepare(Settings settings) {
        PGSimpleDataSource source = source(settings.dbUrl(), 60, "");
        Flyway.configure().dataSource(source).load().migrate();
        if (settings.households() > 0) {
            Seed.fill(Jdbi.create(source), settings.seed(), settings.households());
        }
    }

    private static PGSimpleDataSource source(String url, int socketTimeoutSeconds, String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setConnectTimeout(1);
        source.setSocketTimeout(socketTimeoutSeconds);
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(2);
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        return source;
    }
}
