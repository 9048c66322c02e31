package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Chance;
import java.util.Locale;

/** How many of some cases have a property, and what may be concluded from so few. */
final class Share {
    private static final double ALL_BUT_IMPOSSIBLE = 1e-6;
    private static final double DOUBT = 0.01;

    private long cases;
    private long count;

    Share() {}

    Share(long count, long cases) {
        this.count = count;
        this.cases = cases;
    }

    void add(boolean counts) {
        cases++;
        count += counts ? 1 : 0;
    }

    void add(Share other) {
        cases += other.cases;
        count += other.count;
    }

    long count() {
        return count;
    }

    long cases() {
        return cases;
    }

    /** 0 of no cases. */
    double share() {
        return cases == 0 ? 0 : (double) count / cases;
    }

    /** The share that these cases may be a lucky sample of. */
    double atMost() {
        return Chance.highest(count, cases, DOUBT);
    }

    /** How probable it is, at most, that so many or more have the property if this share has. */
    double chance(double limit) {
        return Chance.ofAtLeast(count, cases, limit);
    }

    /** Whether more than this share have the property, and not by chance. */
    boolean exceeds(double limit) {
        return chance(limit) < ALL_BUT_IMPOSSIBLE;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Override
    public String toString() {
        return percent(share()) + " of " + cases;
    }
}
