package dev.cutover.judge;

import dev.cutover.record.verdict.VerdictReport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers collected for their exact quantiles; for a few thousand, not for millions. */
final class Distribution {
    private double[] values = new double[64];
    private int size;

    /** Adds a number; one that was not measured, or is not finite, is left out. */
    void add(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Null if there is none. */
    VerdictReport.@Nullable Spread spread() {
        if (size == 0) {
            return null;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return new VerdictReport.Spread(quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
    }

    /** Null if there is none. */
    @Nullable
    Double mean() {
        return size == 0 ? null : Arrays.stream(values, 0, size).sum() / size;
    }

    /** The smallest value that at least this share does not exceed. */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
