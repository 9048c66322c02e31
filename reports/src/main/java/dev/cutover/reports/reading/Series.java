package dev.cutover.reports.reading;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How operations went over time.
 *
 * @param originNs the instant all times of a report are counted from
 * @param endNs the last instant shown
 * @param binSeconds length of a bin: 1, more in long runs
 * @param source where it was taken from, for the reader
 */
public record Series(long originNs, long endNs, int binSeconds, String source, List<Bin> bins) {
    public Series {
        bins = List.copyOf(bins);
    }

    /** Seconds since the origin. */
    public double seconds(long ns) {
        return (ns - originNs) / 1e9;
    }

    public double lengthSeconds() {
        return Math.max(1, seconds(endNs));
    }

    public boolean empty() {
        return bins.stream().allMatch(bin -> bin.total() == 0);
    }

    /**
     * Operations sent in one stretch of time.
     *
     * @param unknown those without an answer that settles them
     * @param p50Ms of the answered ones, from first send to last answer; empty if there were none
     */
    public record Bin(long ok, long refused, long unknown, OptionalDouble p50Ms, OptionalDouble p99Ms) {
        public long total() {
            return ok + refused + unknown;
        }
    }
}
