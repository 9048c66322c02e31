package dev.cutover.newsystem.orders;

import org.jdbi.v3.core.Handle;

/** Epochs below which commands of a bucket are not carried out. */
public final class Fences {
    /** Highest bucket. */
    public static final int LAST_BUCKET = 63;

    private Fences() {}

    /** What a command was routed under: bucket 0 … 63, epoch. */
    public record Pass(int bucket, long epoch) {
        public Pass {
            if (bucket < 0 || bucket > LAST_BUCKET) {
                throw new IllegalArgumentException("bucket: expected 0 … " + LAST_BUCKET + ", found " + bucket);
            }
        }
    }

    static void check(Handle tx, Pass pass) {
        tx.execute("select pg_advisory_xact_lock_shared(?)", (long) pass.bucket());
        // asked separately, for a statement sees only what was committed before it began, and the lock may have waited
        long inForce = tx.select("select epoch from fence where bucket = ?", pass.bucket())
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
        if (pass.epoch() < inForce) {
            throw Problem.of(
                    ProblemType.FENCED,
                    "Bucket " + pass.bucket() + ": epoch " + pass.epoch() + " is past, in force is " + inForce + ".");
        }
    }

    /** Raises a fence once every command in progress in its bucket has ended; the epoch in force after that. */
    static long raise(Handle tx, int bucket, long epoch) {
        tx.execute("select pg_advisory_xact_lock(?)", (long) bucket);
        return tx.select("""
                        insert into fence (bucket, epoch) values (?, ?)
                        on conflict (bucket) do update set epoch = greatest(fence.epoch, excluded.epoch)
                        returning epoch""", bucket, epoch).mapTo(Long.class).one();
    }
}
