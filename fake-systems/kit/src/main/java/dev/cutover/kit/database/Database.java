package dev.cutover.kit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The database behind a JDBC URL: short time-outs everywhere, for its link may be cut or frozen at any time. */
public record Database(String url) {
    // a session whose client was frozen or cut off must not keep a household locked; lookups by key need one plan
    private static final String SESSION = "-c idle_in_transaction_session_timeout=3000 -c statement_timeout=2500"
            + " -c lock_timeout=2500 -c plan_cache_mode=force_generic_plan";

    /**
     * A pool that can be made, and recovers, while the database is unreachable. Its connections are in auto-commit
     * when borrowed, and roll back what is not committed when given back.
     */
    public HikariDataSource pool(MeterRegistry meters) {
        PGSimpleDataSource source = source(3);
        source.setOptions(SESSION);
        HikariConfig config = new HikariConfig();
        config.setPoolName("db");
        config.setDataSource(source);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(500); // also the longest pause between attempts to connect
        config.setValidationTimeout(500);
        config.setKeepaliveTime(30_000);
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return new HikariDataSource(config);
    }

    /** Brings the schema up to date. */
    public void migrate() {
        Flyway.configure().dataSource(unhurried()).load().migrate();
    }

    /** Connections for what takes its time, so not of the pool. */
    public DataSource unhurried() {
        return source(60);
    }

    private PGSimpleDataSource source(int socketTimeoutSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setConnectTimeout(1);
        source.setSocketTimeout(socketTimeoutSeconds);
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(2);
        return source;
    }
}
