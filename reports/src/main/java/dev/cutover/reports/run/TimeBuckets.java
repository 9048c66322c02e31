package dev.cutover.reports.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How operations went over time.
 *
 * @param originNs the instant all times of a report are counted from
 * @param endNs the last instant shown
 * @param bucketSeconds length of a bucket: 1, more in long runs
 * @param source where it was taken from, for the reader
 */
public record TimeBuckets(long originNs, long endNs, int bucketSeconds, String source, List<Bucket> buckets) {

    public TimeBuckets {
        buckets = List.copyOf(buckets);
    }

    /** Seconds since the origin. */
    public double seconds(long ns) {
        return (ns - originNs) / 1e9;
    }

    public double lengthSeconds() {
        return Math.max(1, seconds(endNs));
    }

    public boolean empty() {
        return buckets.stream().allMatch(bucket -> bucket.total() == 0);
    }

    /**
     * Operations sent in one stretch of time.
     *
     * @param unknown those without an answer that settles them
     * @param p50Ms of the answered ones, from first send to last answer; null if there were none
     */
    public record Bucket(
            long ok,
            long refused,
            long unknown,
            @Nullable Double p50Ms,
            @Nullable Double p99Ms) {
        public long total() {
            return ok + refused + unknown;
        }
    }
}
