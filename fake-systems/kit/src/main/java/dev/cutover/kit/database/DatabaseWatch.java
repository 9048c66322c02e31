package dev.cutover.kit.database;

import dev.cutover.kit.health.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the database as soon as it can be reached, then keeps looking whether it still can. */
public final class DatabaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final String PART = "database";
    private static final long INTERVAL_MS = 250;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-watch").factory());
    private final Jdbi jdbi;
    private final Runnable preparation;
    private final Health health;
    private boolean prepared;

    public DatabaseWatch(DataSource pool, Runnable preparation, Health health, MeterRegistry meters) {
        this.jdbi = Jdbi.create(pool);
        this.preparation = preparation;
        this.health = health;
        health.down(PART, "not reached yet");
        Gauge.builder("database_up", health, h -> h.isUp(PART) ? 1 : 0).register(meters);
    }

    /** Starts its thread. */
    public void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!prepared) {
                preparation.run();
                prepared = true;
                LOG.info("the database is prepared");
            }
            jdbi.useHandle(db -> db.execute("select 1"));
            health.up(PART);
        } catch (RuntimeException e) { // whatever it is, it is tried again
            health.down(PART, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
