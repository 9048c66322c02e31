package dev.cutover.reports.reading;

import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Sorts operations into equal stretches of time, by when they were sent. */
final class Bins {
    private static final int MOST = 400;
    private static final long LONGEST_US = 3_600_000_000L;

    private final long originNs;
    private final long endNs;
    private final int binSeconds;
    private final Open[] open;
    private boolean filled;

    Bins(long originNs, long endNs) {
        this.originNs = originNs;
        this.endNs = endNs;
        long seconds = Math.max(0, (endNs - originNs) / 1_000_000_000L) + 1;
        this.binSeconds = (int) ((seconds + MOST - 1) / MOST);
        this.open = new Open[(int) ((seconds + binSeconds - 1) / binSeconds)];
    }

    void add(JournalReader journal, long slot) {
        Outcome outcome = journal.outcome(slot);
        if (outcome == Outcome.EMPTY) {
            return;
        }
        Open bin = at(journal.invokedNs(slot));
        bin.counts[outcome.code()]++;
        if (outcome == Outcome.OK || outcome == Outcome.REFUSED) {
            long tookUs = (journal.returnedNs(slot) - journal.invokedNs(slot)) / 1_000;
            bin.latencyUs.recordValue(Math.clamp(tookUs, 0, LONGEST_US));
        }
        filled = true;
    }

    void addSample(LoggedEvent sample) {
        Open bin = at(sample.ns());
        long unknown = sample.line().count("unknown").orElse(0);
        bin.counts[Outcome.UNKNOWN.code()] += unknown;
        bin.counts[Outcome.OK.code()] +=
                Math.max(0, Math.round(sample.line().number("opsPerSecond").orElse(0)) - unknown);
        bin.p50Ms = sample.line().number("p50Ms");
        bin.p99Ms = sample.line().number("p99Ms");
    }

    boolean filled() {
        return filled;
    }

    Series series(String source) {
        List<Series.Bin> bins = new ArrayList<>();
        for (Open bin : open) {
            bins.add((bin == null ? new Open() : bin).closed());
        }
        return new Series(originNs, endNs, binSeconds, source, bins);
    }

    /** What was sent before the first or after the last phase counts at the edge. */
    private Open at(long ns) {
        long index = Math.floorDiv(ns - originNs, binSeconds * 1_000_000_000L);
        int within = Math.clamp(index, 0, open.length - 1);
        if (open[within] == null) {
            open[within] = new Open();
        }
        return open[within];
    }

    private static final class Open {
        final long[] counts = new long[Outcome.values().length];
        final Histogram latencyUs = new Histogram(LONGEST_US, 3);
        OptionalDouble p50Ms = OptionalDouble.empty();
        OptionalDouble p99Ms = OptionalDouble.empty();

        Series.Bin closed() {
            boolean measured = latencyUs.getTotalCount() > 0;
            return new Series.Bin(
                    counts[Outcome.OK.code()],
                    counts[Outcome.REFUSED.code()],
                    counts[Outcome.UNKNOWN.code()] + counts[Outcome.INVOKED.code()],
                    measured ? millis(50) : p50Ms,
                    measured ? millis(99) : p99Ms);
        }

        private OptionalDouble millis(double percentile) {
            return OptionalDouble.of(latencyUs.getValueAtPercentile(percentile) / 1_000.0);
        }
    }
}
