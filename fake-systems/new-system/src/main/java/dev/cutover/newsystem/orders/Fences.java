package dev.cutover.newsystem.orders;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Epochs below which commands of a bucket are not carried out. */
public final class Fences {
    /** Highest bucket. */
    public static final int LAST_BUCKET = 63;

    /**
     * Keeps a fence from being raised. Alone, for a statement sees only what was committed before it began, and the
     * lock may wait.
     */
    static final String LOCK = "select pg_advisory_xact_lock_shared(?)";

    static final String IN_FORCE = "select epoch from fence where bucket = ?";

    private static final String RAISE = """
            select pg_advisory_xact_lock(?);
            insert into fence (bucket, epoch) values (?, ?)
            on conflict (bucket) do update set epoch = greatest(fence.epoch, excluded.epoch) returning epoch;
            commit""";

    private Fences() {}

    /** What a command was routed under: bucket 0 … 63, epoch. */
    public record Pass(int bucket, long epoch) {
        public Pass {
            if (bucket < 0 || bucket > LAST_BUCKET) {
                throw new IllegalArgumentException("bucket: expected 0 … " + LAST_BUCKET + ", found " + bucket);
            }
        }

        void check(long inForce) {
            if (epoch < inForce) {
                throw Problem.of(
                        ProblemType.FENCED,
                        "Bucket " + bucket + ": epoch " + epoch + " is past, in force is " + inForce + ".");
            }
        }
    }

    /** Refuses a pass that is past; for a command that gets no further. */
    static void check(Connection db, Pass pass) throws SQLException {
        long bucket = pass.bucket();
        try (PipelinedStatements statements = new PipelinedStatements(db, LOCK + ";" + IN_FORCE)
                .number(bucket)
                .number(bucket)) {
            statements.rows();
            ResultSet inForce = statements.rows();
            pass.check(inForce.next() ? inForce.getLong("epoch") : 0);
        }
    }

    /**
     * Raises a fence once every command in progress in its bucket has ended, and commits; the epoch in force after
     * that.
     */
    static long raise(Connection tx, long bucket, long epoch) throws SQLException {
        try (PipelinedStatements statements =
                new PipelinedStatements(tx, RAISE).number(bucket).number(bucket).number(epoch)) {
            statements.rows();
            ResultSet inForce = statements.rows();
            inForce.next();
            return inForce.getLong("epoch");
        }
    }
}
