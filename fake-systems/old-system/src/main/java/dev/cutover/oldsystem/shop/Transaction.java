package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import dev.cutover.kit.database.SqlState;
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
        try (PipelinedStatements statements = new PipelinedStatements(db, ticket == null ? LOOK : FENCED_LOOK)) {
            if (ticket != null) {
                statements.number(bucket);
            }
            statements.number(bucket).number(write.hhNo());
            Seen.bind(statements, write);
            if (ticket != null) {
                statements.rows();
            }
            ResultSet locked = statements.rows();
            locked.next();
            ver = locked.getLong("ver"); // without a household there are no customers either, so 0 will do
            if (ticket != null) {
                ticket.check(locked.getLong("epoch"));
            }
            return Seen.of(statements.rows());
        }
    }

    /** The household's version that was looked at. */
    long ver() {
        return ver;
    }

    /** Changes, journals and commits; returns the new version. */
    long commit(Change change) throws SQLException {
        try (PipelinedStatements statements =
                new PipelinedStatements(db, change.sql() + ";" + Journal.POST + ";commit")) {
            change.values().bind(statements);
            Journal.bind(statements, write, change.entry());
            ResultSet raised = statements.rows();
            raised.next();
            return raised.getLong("ver");
        } catch (SQLException e) {
            if (SqlState.UNIQUE.in(e)) { // another household was faster
                throw change.entry().kind() == Entry.Kind.CE ? Cust.emailTaken() : Ord.exists();
            }
            throw e;
        }
    }
}
