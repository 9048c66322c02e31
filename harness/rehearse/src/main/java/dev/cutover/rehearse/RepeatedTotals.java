package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Observed;
import dev.cutover.record.evidence.TotalRead;
import dev.cutover.record.evidence.TotalsFile;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Databases.Database;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sums up, again and again while the run goes on, what holds at every instant: a thread and a connection for each system, a snapshot each time.
 * What cannot be read, as of a database that is down, is left out.
 */
final class RepeatedTotals implements AutoCloseable {
    private static final Duration SHORTEST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So many times as long as summing up took: a database is busy with it for a fiftieth of the time. */
    private static final int REST = 49;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Summing> systems = new ArrayList<>();
    private final Databases databases;
    private final @Nullable TotalsFile file;
    private final EventLog events;
    private final long beginNs = System.nanoTime();

    private RepeatedTotals(Databases databases, @Nullable TotalsFile file, EventLog events) {
        this.databases = databases;
        this.file = file;
        this.events = events;
    }

    /** Of every system of whose totals the plan says it. */
    static RepeatedTotals of(
            Map<String, ObservationSpec> observe, Databases databases, RunDirectory run, EventLog events) {
        boolean any = observe.values().stream()
                .anyMatch(spec -> !spec.atEveryInstant().isEmpty());
        try {
            var totals = new RepeatedTotals(databases, any ? TotalsFile.create(run.totals()) : null, events);
            observe.forEach(totals::of);
            return totals;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + run.totals(), e);
        }
    }

    private void of(String system, ObservationSpec spec) {
        if (!spec.atEveryInstant().isEmpty()) {
            systems.add(new Summing(system, spec));
        }
    }

    void start() {
        systems.forEach(system -> system.thread.start());
    }

    /** Sums up once more, and saves it all. */
    @Override
    public void close() {
        over.countDown();
        if (file == null) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not write files
        for (Summing system : systems) {
            interrupted |= system.endInterrupted(wrong);
        }
        try {
            file.close();
        } catch (IOException e) {
            wrong.add("cannot save them: " + e);
        }
        events.record(new Observed("totals", beginNs, System.nanoTime(), wrong.isEmpty(), String.join("; ", wrong)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The totals of one system, by its own thread. */
    private final class Summing {
        private final String system;
        private final ObservationSpec spec;
        private final Thread thread;
        private @Nullable Database database;
        private volatile String failure = "nothing was read";

        Summing(String system, ObservationSpec spec) {
            this.system = system;
            this.spec = spec;
            this.thread = Thread.ofPlatform().name("totals-" + system).daemon().unstarted(this::again);
        }

        private void again() {
            try {
                long restNs = 0;
                boolean last;
                do {
                    last = over.await(restNs, TimeUnit.NANOSECONDS);
                    long begin = System.nanoTime();
                    long longest = read() ? Long.MAX_VALUE : LONGEST_AFTER_FAILURE.toNanos();
                    restNs = Math.clamp(REST * (System.nanoTime() - begin), SHORTEST_REST.toNanos(), longest);
                } while (!last);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                disconnect();
            }
        }

        /** What fails is tried anew by another connection. */
        private boolean read() {
            try {
                for (String name : spec.atEveryInstant()) {
                    Objects.requireNonNull(file).add(read(connected(), name));
                }
                failure = "";
                return true;
            } catch (SQLException | IOException | RuntimeException e) {
                failure = e.toString();
                disconnect();
                return false;
            }
        }

        private TotalRead read(Database open, String name) throws SQLException {
            String sql = Objects.requireNonNull(spec.totals().get(name)).sql();
            long invokedNs = System.nanoTime();
            open.freeze();
            BigDecimal found = open.number(sql);
            long returnedNs = System.nanoTime();
            open.thaw();
            return new TotalRead(system, name, invokedNs, returnedNs, found);
        }

        private Database connected() throws SQLException {
            Database open = database;
            if (open == null) {
                open = databases.connect(spec.component(), spec.database());
                database = open;
                open.within(PATIENCE);
            }
            return open;
        }

        private void disconnect() {
            Database open = database;
            database = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (SQLException e) {
                failure = failure.isEmpty() ? "cannot close the connection: " + e : failure;
            }
        }

        /** Waits for the end, and says what went wrong last; whether it was interrupted meanwhile. */
        private boolean endInterrupted(List<String> wrong) {
            boolean interrupted = false;
            try {
                if (!thread.join(PATIENCE.multipliedBy(2))) {
                    failure = "it did not end";
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (!failure.isEmpty()) {
                wrong.add("observe." + system + ".totals: " + failure);
            }
            return interrupted;
        }
    }
}
