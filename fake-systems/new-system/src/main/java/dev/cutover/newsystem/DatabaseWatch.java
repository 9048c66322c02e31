package dev.cutover.newsystem;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates the database once it can be reached, then watches it. */
final class DatabaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final long INTERVAL_MS = 250;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-watch").factory());
    private final String url;
    private final Jdbi jdbi;
    private final Health health;
    private boolean migrated;

    DatabaseWatch(String url, Jdbi jdbi, Health health) {
        this.url = url;
        this.jdbi = jdbi;
        this.health = health;
    }

    void start() {
        var unused = timer.scheduleWithFixedDelay(this::check, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        try {
            if (!migrated) {
                Connections.migrate(url);
                migrated = true;
                LOG.info("the database is migrated");
            }
            jdbi.useHandle(db -> db.execute("select 1"));
            health.database(Optional.empty());
        } catch (RuntimeException e) { // tried again at the next tick
            health.database(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
