package dev.cutover.judge;

import dev.cutover.record.verdict.VerdictReport;
import java.util.Arrays;

/** Numbers collected for their exact quantiles; for a few thousand, not for millions. */
final class Distribution {
    private double[] values = new double[64];
    private int size;

    /** Adds a number; one that is not finite is left out. */
    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    VerdictReport.Spread spread() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return new VerdictReport.Spread(quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
    }

    /** The smallest value that at least this share does not exceed; 0 if there is none. */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }
}
