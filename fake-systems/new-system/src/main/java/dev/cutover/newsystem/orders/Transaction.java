package dev.cutover.newsystem.orders;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A command's transaction, in two round trips: lock and look; change, record and end. Read committed. */
final class Transaction {
    // one after the other: each statement must see what was committed before the lock of the one before it was granted
    private static final String LOOK = "select (" + Fences.IN_FORCE + ") as epoch,"
            + " (select version from household where id = ? for update) as version;" + Seen.SQL;
    private static final String FENCED_LOOK = Fences.LOCK + ";" + LOOK;

    private final Connection db;
    private final Command command;
    private long version;

    /** The connection must not be in auto-commit. */
    Transaction(Connection db, Command command) {
        this.db = db;
        this.command = command;
    }

    /** Waits until no other command of the household is in progress, and looks; throws a {@link Problem} if the pass is past. */
    Seen look(Fences.@Nullable Pass pass, Subject subject) throws SQLException {
        Long bucket = pass == null ? null : (long) pass.bucket();
        try (Trip trip = new Trip(db, pass == null ? LOOK : FENCED_LOOK)) {
            if (pass != null) {
                trip.number(bucket);
            }
            trip.number(bucket).number(command.household());
            Seen.bind(trip, command, subject);
            if (pass != null) {
                trip.rows();
            }
            ResultSet locked = trip.rows();
            locked.next();
            version = locked.getLong("version"); // an unknown household has version 0 and no customers
            if (pass != null) {
                pass.check(locked.getLong("epoch"));
            }
            return Seen.of(trip.rows());
        }
    }

    /** The household's version that was looked at. */
    long version() {
        return version;
    }

    /** Changes, records, and commits, unless it is a shadow: then everything is undone. Returns the new version. */
    long end(Effect effect, boolean shadow) throws SQLException {
        String sql = effect.sql() + ";" + Ledger.RECORD + (shadow ? ";rollback" : ";commit");
        try (Trip trip = new Trip(db, sql)) {
            effect.values().bind(trip);
            Ledger.bind(trip, command, effect.entry());
            ResultSet next = trip.rows();
            next.next();
            return next.getLong("version");
        } catch (SQLException e) {
            if (DatabaseErrors.isDuplicate(e)) { // somebody in another household was faster
                throw effect.entry().kind() == EntryKind.EMAIL_CHANGED
                        ? Customers.emailTaken()
                        : PurchaseOrders.alreadyExists();
            }
            throw e;
        }
    }
}
