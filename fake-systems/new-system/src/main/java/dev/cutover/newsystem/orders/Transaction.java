package dev.cutover.newsystem.orders;

import dev.cutover.kit.database.PipelinedStatements;
import dev.cutover.kit.database.SqlState;
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

    /**
     * Waits until no other command of the household is in progress, and looks; throws a {@link Problem} if the pass is
     * past.
     */
    Seen look(Fences.@Nullable Pass pass, Subject subject) throws SQLException {
        Long bucket = pass == null ? null : (long) pass.bucket();
        try (PipelinedStatements statements = new PipelinedStatements(db, pass == null ? LOOK : FENCED_LOOK)) {
            if (pass != null) {
                statements.number(bucket);
            }
            statements.number(bucket).number(command.household());
            Seen.bind(statements, command, subject);
            if (pass != null) {
                statements.rows();
            }
            ResultSet locked = statements.rows();
            locked.next();
            version = locked.getLong("version"); // an unknown household has version 0 and no customers
            if (pass != null) {
                pass.check(locked.getLong("epoch"));
            }
            return Seen.of(statements.rows());
        }
    }

    /** The household's version that was looked at. */
    long version() {
        return version;
    }

    /** Changes, records, and commits, unless it is a shadow: then everything is undone. Returns the new version. */
    long end(Effect effect, boolean shadow) throws SQLException {
        String sql = effect.sql() + ";" + Ledger.RECORD + (shadow ? ";rollback" : ";commit");
        try (PipelinedStatements statements = new PipelinedStatements(db, sql)) {
            effect.values().bind(statements);
            Ledger.bind(statements, command, effect.entry());
            ResultSet next = statements.rows();
            next.next();
            return next.getLong("version");
        } catch (SQLException e) {
            if (SqlState.UNIQUE.in(e)) { // somebody in another household was faster
                throw effect.entry().kind() == LedgerEntry.Kind.EMAIL_CHANGED
                        ? Customers.emailTaken()
                        : PurchaseOrders.alreadyExists();
            }
            throw e;
        }
    }
}
