package dev.cutover.judge.facts;

/**
 * Upper bounds for the tails of the binomial distribution, by Chernoff and Hoeffding: never less than the true probability, so that whoever
 * is accused by them is accused rightly. They hold for drawing without putting back, too (Hoeffding 1963, theorem 4).
 */
public final class Chance {
    private static final int HALVINGS = 60;

    private Chance() {}

    /** At most this probable: of so many cases, each of this probability, no more than {@code count} occur. */
    public static double ofAtMost(long count, long cases, double probability) {
        return count >= cases * probability ? 1 : bound(count, cases, probability);
    }

    /** At most this probable: of so many cases, each of this probability, {@code count} or more occur. */
    public static double ofAtLeast(long count, long cases, double probability) {
        return count <= cases * probability ? 1 : bound(count, cases, probability);
    }

    /** The highest probability of a case with which so few of so many are not yet less probable than {@code doubt}. */
    public static double highest(long count, long cases, double doubt) {
        double low = cases == 0 ? 1 : (double) count / cases;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (ofAtMost(count, cases, middle) < doubt) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double bound(long count, long cases, double probability) {
        double share = (double) count / cases;
        return Math.exp(-cases * (part(share, probability) + part(1 - share, 1 - probability)));
    }

    private static double part(double share, double probability) {
        return share == 0 ? 0 : share * Math.log(share / probability);
    }
}
