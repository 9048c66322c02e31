package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The epoch below which writes of a bucket are refused; makes a drain a proof. */
public final class Fence {
    /** Number of buckets. */
    public static final int BUCKETS = 64;

    /**
     * Keeps the fence from being raised; a statement of its own, for the epoch's snapshot must be younger than the
     * lock.
     */
    static final String LOCK = "select pg_advisory_xact_lock_shared(?)";

    static final String EPOCH = "select epoch from fence where bucket = ?";

    private static final String RAISE = """
            select pg_advisory_xact_lock(?);
            insert into fence as f (bucket, epoch) values (?, ?)
            on conflict (bucket) do update set epoch = greatest(f.epoch, excluded.epoch) returning epoch;
            commit""";

    private Fence() {}

    /** What a write carries: its bucket, 0 … 63, and the epoch it was routed under. */
    public record Ticket(int bucket, long epoch) {
        public Ticket {
            if (bucket < 0 || bucket >= BUCKETS) {
                throw new IllegalArgumentException("bucket: expected 0 … " + (BUCKETS - 1) + ", found " + bucket);
            }
        }

        void check(long inForce) {
            if (epoch < inForce) {
                throw Refusal.because(
                        Rc.FENCED, "bucket " + bucket + ": epoch " + epoch + " is over, in force is " + inForce);
            }
        }
    }

    /** Refuses a ticket that is over; for a write that will not get any further. */
    static void pass(Connection tx, Ticket ticket) throws SQLException {
        long bucket = ticket.bucket();
        try (PipelinedStatements statements =
                new PipelinedStatements(tx, LOCK + ";" + EPOCH).number(bucket).number(bucket)) {
            statements.rows();
            ResultSet epoch = statements.rows();
            ticket.check(epoch.next() ? epoch.getLong(1) : 0);
        }
    }

    /** Raises the epoch, never lowers it; returns the one in force. Waits for every write of the bucket in progress. */
    static long raise(Connection tx, Form form) throws SQLException {
        long bucket = form.whole("bucket", 0, BUCKETS - 1);
        long epoch = form.whole("epoch", 0, Long.MAX_VALUE);
        try (PipelinedStatements statements =
                new PipelinedStatements(tx, RAISE).number(bucket).number(bucket).number(epoch)) {
            statements.rows();
            ResultSet raised = statements.rows();
            raised.next();
            return raised.getLong(1);
        }
    }
}
