package dev.cutover.rehearse;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Section;
import dev.cutover.record.event.Observed;
import dev.cutover.rehearse.Databases.Database;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of one system at one moment, by the plan's queries: connected to beforehand, then frozen, then read. What fails is evidence, too:
 * nothing is read after it, and the dump is saved as incomplete with the reason.
 */
final class Observation implements AutoCloseable {

    private final Databases databases;
    private final @Nullable ObservationSpec spec;
    private final String system;
    private final String name;
    private final DumpWriter dump;
    private @Nullable Database database;
    private long invokedNs = System.nanoTime();
    private long returnedNs = invokedNs;
    private String reason = "";

    /** Connects. */
    Observation(Databases databases, @Nullable ObservationSpec spec, String system, String moment, DumpWriter dump) {
        this.databases = databases;
        this.spec = spec;
        this.system = system;
        this.name = system + "-" + moment;
        this.dump = dump;
        connect();
    }

    private void connect() {
        if (spec == null) {
            reason = "the plan does not observe this system";
        } else if (reason.isEmpty()) {
            try {
                database = databases.connect(spec.component(), spec.database());
            } catch (SQLException | RuntimeException e) {
                reason = e.toString();
            }
        }
    }

    /**
     * Freezes what will be read, now.
     *
     * @param sinceNs an instant before now from which on the state counts
     */
    void freeze(long sinceNs) {
        invokedNs = sinceNs;
        attempt((open, planned) -> open.freeze());
    }

    /** Reads only what must never change. */
    void readKept() {
        attempt((open, planned) -> {
            new ObservedTables(system, planned).read(open, dump::table, query -> query.section() == Section.KEPT);
            dump.totals(new TreeMap<>());
        });
        returnedNs = System.nanoTime();
    }

    void read() {
        attempt((open, planned) -> {
            new ObservedTables(system, planned).read(open, dump::table);
            SortedMap<String, @Nullable BigDecimal> totals = new TreeMap<>();
            for (var total : planned.totals().entrySet()) {
                totals.put(
                        total.getKey(),
                        total(open, total.getKey(), total.getValue().sql()));
            }
            dump.totals(totals);
        });
        returnedNs = System.nanoTime();
    }

    private @Nullable BigDecimal total(Database open, String total, String sql) throws SQLException {
        try {
            return open.number(sql);
        } catch (SQLException e) {
            throw new SQLException("observe." + system + ".totals." + total + ": " + e.getMessage(), e);
        }
    }

    /** Reads every table once more, later: what has moved since was not at rest, and nobody may be accused by it. */
    void settle() {
        close();
        connect();
        attempt((open, planned) -> {
            new ObservedTables(system, planned).read(open, dump::again);
            reason = dump.moved();
        });
    }

    /** Writes the dump's index, without which it counts as not finished. */
    Observed save() {
        try {
            dump.finish(invokedNs, returnedNs, reason);
        } catch (IOException e) {
            reason = "cannot save it: " + e;
        }
        return new Observed(name, invokedNs, returnedNs, reason.isEmpty(), reason);
    }

    private interface Reading {
        void from(Database open, ObservationSpec planned) throws SQLException, IOException;
    }

    private void attempt(Reading reading) {
        if (reason.isEmpty()) {
            try {
                reading.from(Objects.requireNonNull(database), Objects.requireNonNull(spec));
            } catch (SQLException | IOException | RuntimeException e) {
                reason = e.toString();
            }
        }
    }

    @Override
    public void close() {
        Database open = database;
        database = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            reason = reason.isEmpty() ? "cannot close the connection: " + e : reason;
        }
    }
}
