package dev.cutover.oldsystem;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the database as soon as it can be reached, then keeps looking whether it still can. */
final class Start implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final String PART = "database";
    private static final long EVERY_MS = 250;

    private final Settings settings;
    private final Jdbi jdbi;
    private final Readiness readiness;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-look").factory());
    private boolean prepared;

    Start(Settings settings, HikariDataSource pool, Readiness readiness) {
        this.settings = settings;
        this.jdbi = Jdbi.create(pool);
        this.readiness = readiness;
        readiness.down(PART, "not asked yet");
    }

    void begin() {
        var unused = clock.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!prepared) {
                Database.prepare(settings);
                prepared = true;
                LOG.info("database is prepared");
            }
            jdbi.useHandle(db -> db.execute("select 1"));
            readiness.up(PART);
        } catch (RuntimeException e) { // whatever it is, it is tried again
            readiness.down(PART, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
