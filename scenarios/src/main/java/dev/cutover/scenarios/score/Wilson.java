package dev.cutover.scenarios.score;

import java.util.Locale;

/**
 * In which bounds a share lies, 95 times of 100, of which so many cases are a sample (Wilson's score interval, without correction for continuity).
 *
 * @param low 0 … 1
 * @param high 0 … 1
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959964;

    /** From 0 to 1 if there are no cases. */
    public static Wilson of(int count, int cases) {
        if (cases == 0) {
            return new Wilson(0, 1);
        }
        double share = (double) count / cases;
        double z2 = Z * Z / cases;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / cases + z2 / (4 * cases));
        return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f … %.1f %%", 100 * low, 100 * high);
    }
}
