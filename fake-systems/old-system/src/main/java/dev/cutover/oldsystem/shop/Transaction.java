package dev.cutover.oldsystem.shop;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A write's transaction, in two round trips: lock and look; change, journal and commit. Read committed. */
final class Transaction {
    // lock first, then look: each statement sees what was committed before the lock of the one before it was granted
    private static final String LOOK = "select (" + Fence.EPOCH + ") as epoch,"
            + " (select ver from hh where hh_no = ? for update) as ver;" + Seen.SQL;
    private static final String FENCED_LOOK = Fence.LOCK + ";" + LOOK;

    private final Connection db;
    private final Write write;
    private long ver;

    /** The connection must not be in auto-commit. */
    Transaction(Connection db, Write write) {
        this.db = db;
        this.write = write;
    }

    /** Locks the household, which serialises its writes, and looks; throws a {@link Refusal} if the ticket is over. */
    Seen look(Fence.@Nullable Ticket ticket) throws SQLException {
        Long bucket = ticket == null ? null : (long) ticket.bucket();
        try (Trip trip = new Trip(db, ticket == null ? LOOK : FENCED_LOOK)) {
            if (ticket != null) {
                trip.number(bucket);
            }
            trip.number(bucket).number(write.hhNo());
            Seen.bind(trip, write);
            if (ticket != null) {
                trip.rows();
            }
            ResultSet locked = trip.rows();
            locked.next();
            ver = locked.getLong("ver"); // without a household there are no customers either, so 0 will do
            if (ticket != null) {
                ticket.check(locked.getLong("epoch"));
            }
            return Seen.of(trip.rows());
        }
    }

    /** The household's version that was looked at. */
    long ver() {
        return ver;
    }

    /** Changes, journals and commits; returns the new version. */
    long commit(Change change) throws SQLException {
        try (Trip trip = new Trip(db, change.sql() + ";" + Journal.POST + ";commit")) {
            change.values().bind(trip);
            Journal.bind(trip, write, change.entry());
            ResultSet raised = trip.rows();
            raised.next();
            return raised.getLong("ver");
        } catch (SQLException e) {
            if (SqlState.UNIQUE.in(e)) { // another household was faster
                throw change.entry().kind() == Kind.CE ? Cust.emailTaken() : Ord.exists();
            }
            throw e;
        }
    }
}
