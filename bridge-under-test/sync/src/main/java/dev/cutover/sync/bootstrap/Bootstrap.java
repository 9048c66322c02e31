package dev.cutover.sync.bootstrap;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.schema.Untranslatable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies old's households to new under live writes, batch by batch; a batch and its progress are one transaction. */
public final class Bootstrap {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final int BATCH = 300;

    private final Database old;
    private final Database fresh;
    private final HouseholdCopy copy;
    private final CrashPoints crash;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private volatile BootstrapState state = BootstrapState.IDLE;

    public Bootstrap(Database old, Database fresh, Selection selection, CrashPoints crash) {
        this.old = old;
        this.fresh = fresh;
        this.crash = crash;
        this.copy = new HouseholdCopy(selection);
    }

    public BootstrapState state() {
        return state;
    }

    /** Blocks until new has all households. */
    public void await() throws InterruptedException {
        done.await();
    }

    /** Starts the copy, or resumes it; does nothing when it runs or is done. Returns once the intent is durable. */
    public void start() throws SQLException {
        try (Connection connection = fresh.connect("cutover_sync_bootstrap_start")) {
            BootstrapState present = BootstrapState.read(connection);
            if (!present.running() && !present.done()) {
                present.in("running", null).write(connection);
            }
        }
        wake.release();
    }

    /** Carries the copy on if it is wanted, else waits to be started. */
    public void run() throws Exception {
        try (Connection target = fresh.connect("cutover_sync_bootstrap_state")) {
            state = BootstrapState.read(target);
        }
        if (state.done()) {
            done.countDown();
        }
        if (!state.running()) {
            boolean unused = wake.tryAcquire(1, TimeUnit.HOURS);
            return;
        }
        copyAll();
    }

    private void copyAll() throws SQLException {
        try (Connection source = old.connect("cutover_sync_bootstrap_read");
                Connection target = fresh.connectAs(Setup.BOOTSTRAP_ORIGIN)) {
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            source.setReadOnly(true);
            target.setAutoCommit(false);
            state = state.of(Long.parseLong(Database.query(source, "select count(*) from hh")));
            source.commit();
            while (state.running()) {
                batch(source, target);
            }
        }
    }

    private void batch(Connection source, Connection target) throws SQLException {
        BootstrapState next;
        try {
            OldSnapshot snapshot = OldSnapshot.read(source, state.lastHousehold(), BATCH);
            source.commit();
            if (snapshot.households().isEmpty()) {
                next = state.in("done", null);
            } else {
                copy.write(target, snapshot);
                next = state.after(snapshot.households().size(), snapshot.last());
            }
        } catch (Untranslatable e) {
            target.rollback();
            next = state.in("failed", "after household " + state.lastHousehold() + ": " + e.getMessage());
            LOG.error("bootstrap failed {}", next.reason());
        }
        next.write(target);
        crash.pass(Point.CHUNK_COPIED);
        target.commit();
        crash.pass(Point.CHUNK_COMMITTED);
        state = next;
    }
}
