package dev.cutover.reports.run;

import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sorts operations into equal stretches of time, by when they were sent. */
final class OpenBuckets {
    private static final int MOST = 400;

    private final long originNs;
    private final long endNs;
    private final int bucketSeconds;
    private final List<Bucket> buckets = new ArrayList<>();
    private boolean filled;

    OpenBuckets(long originNs, long endNs) {
        this.originNs = originNs;
        this.endNs = endNs;
        long seconds = Math.max(0, (endNs - originNs) / 1_000_000_000L) + 1;
        this.bucketSeconds = (int) ((seconds + MOST - 1) / MOST);
        for (long second = 0; second < seconds; second += bucketSeconds) {
            buckets.add(new Bucket());
        }
    }

    /** Of an intact slot. */
    void add(JournalReader journal, long slot) {
        Outcome outcome = journal.outcome(slot);
        filled = true;
        Bucket bucket = at(journal.invokedNs(slot));
        switch (outcome) {
            case OK -> bucket.ok++;
            case REFUSED -> bucket.refused++;
            default -> bucket.unknown++;
        }
        if (outcome == Outcome.OK || outcome == Outcome.REFUSED) {
            long tookUs = (journal.returnedNs(slot) - journal.invokedNs(slot)) / 1_000;
            bucket.latencyUs.recordValue(Math.max(0, tookUs));
        }
    }

    void add(long ns, Sample sample) {
        Bucket bucket = at(ns);
        bucket.ok += Math.max(0, sample.operations() - sample.refused() - sample.unknown());
        bucket.refused += sample.refused();
        bucket.unknown += sample.unknown();
        bucket.p50Ms = sample.p50Ms();
        bucket.p99Ms = sample.p99Ms();
    }

    boolean filled() {
        return filled;
    }

    TimeBuckets closed(String source) {
        return new TimeBuckets(
                originNs,
                endNs,
                bucketSeconds,
                source,
                buckets.stream().map(Bucket::closed).toList());
    }

    /** What was sent before the first or after the last phase counts at the edge. */
    private Bucket at(long ns) {
        long index = Math.floorDiv(ns - originNs, bucketSeconds * 1_000_000_000L);
        return buckets.get(Math.clamp(index, 0, buckets.size() - 1));
    }

    private static final class Bucket {
        private final Histogram latencyUs = new Histogram(3);
        private long ok;
        private long refused;
        private long unknown;
        private @Nullable Double p50Ms;
        private @Nullable Double p99Ms;

        TimeBuckets.Bucket closed() {
            boolean measured = latencyUs.getTotalCount() > 0;
            return new TimeBuckets.Bucket(
                    ok, refused, unknown, measured ? millis(50) : p50Ms, measured ? millis(99) : p99Ms);
        }

        private Double millis(double percentile) {
            return latencyUs.getValueAtPercentile(percentile) / 1_000.0;
        }
    }
}
