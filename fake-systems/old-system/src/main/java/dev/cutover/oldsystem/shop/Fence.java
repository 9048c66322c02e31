package dev.cutover.oldsystem.shop;

import org.jdbi.v3.core.Handle;

/** The epoch below which writes of a bucket are refused; makes a drain a proof. */
public final class Fence {
    /** Number of buckets. */
    public static final int BUCKETS = 64;

    private Fence() {}

    /** What a write carries: its bucket, 0 … 63, and the epoch it was routed under. */
    public record Ticket(int bucket, long epoch) {
        public Ticket {
            if (bucket < 0 || bucket >= BUCKETS) {
                throw new IllegalArgumentException("bucket: expected 0 … " + (BUCKETS - 1) + ", found " + bucket);
            }
        }
    }

    static void pass(Handle db, Ticket ticket) {
        db.execute("select pg_advisory_xact_lock_shared(?)", (long) ticket.bucket());
        // a statement of its own: its snapshot must be younger than the lock
        long epoch = epoch(db, ticket.bucket());
        if (ticket.epoch() < epoch) {
            throw Refusal.because(
                    Rc.FENCED,
                    "bucket " + ticket.bucket() + ": epoch " + ticket.epoch() + " is over, in force is " + epoch);
        }
    }

    /** Raises the epoch, never lowers it; returns the one in force. Waits for every write of the bucket in progress. */
    static long raise(Handle db, Form form) {
        int bucket = form.whole("bucket", 0, BUCKETS - 1);
        long epoch = form.whole("epoch", 0, Long.MAX_VALUE);
        db.execute("select pg_advisory_xact_lock(?)", (long) bucket);
        return db.select("""
                        insert into fence as f (bucket, epoch) values (?, ?)
                        on conflict (bucket) do update set epoch = greatest(f.epoch, excluded.epoch) returning epoch""", bucket, epoch).mapTo(Long.class).one();
    }

    private static long epoch(Handle db, int bucket) {
        return db.select("select epoch from fence where bucket = ?", bucket)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }
}
