package dev.cutover.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps values to the vertical positions of a panel; more is higher.
 *
 * @param low value at the bottom
 * @param high value at the top
 */
record Scale(double low, double high, double top, double bottom, boolean logarithmic) {

    static Scale linear(double most, double top, double bottom) {
        return new Scale(0, niceAbove(most), top, bottom, false);
    }

    /** Whole decades around the values. */
    static Scale decades(double least, double most, double top, double bottom) {
        double low = Math.pow(10, Math.floor(Math.log10(Math.max(0.1, least))));
        double high = Math.pow(10, Math.ceil(Math.log10(Math.max(low * 10, most))));
        return new Scale(low, high, top, bottom, true);
    }

    double at(double value) {
        double share = logarithmic
                ? Math.log10(Math.max(low, value) / low) / Math.log10(high / low)
                : (value - low) / (high - low);
        return bottom - Math.clamp(share, 0, 1) * (bottom - top);
    }

    /** The place of a value that may not be known. */
    @Nullable
    Double at(@Nullable Double value) {
        return value == null ? null : (Double) at(value.doubleValue());
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = low; tick <= high * 1.001; tick *= 10) {
                ticks.add(tick);
            }
            return ticks;
        }
        return List.of(0.0, high / 2, high);
    }

    /** 1, 2, 4, 5 or 10 times a power of ten. */
    private static double niceAbove(double most) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1e-3, most))));
        for (double factor : new double[] {1, 2, 4, 5}) {
            if (most <= factor * decade) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
