package dev.cutover.judge.gate;

/**
 * By how much a share has grown, over several kinds of which each has its own; one that never has it, or always, says nothing. Each is compared with itself, so that more of one kind is
 * no growth; given how often both have it in all, so that nothing is assumed of how often it should be (Cochran, Mantel and Haenszel).
 */
final class Growth {
    private final Share compared = new Share();
    private double weight;
    private final Excess each = new Excess();
    private final Excess byRareness = new Excess();

    /** What is more than would be without any growth, and its variance if there is none. */
    private static final class Excess {
        private double sum;
        private double variance;

        void add(double more, double moreVariance) {
            sum += more;
            variance += moreVariance;
        }

        double deviations() {
            return variance == 0 ? 0 : sum / Math.sqrt(variance);
        }
    }

    /** A kind: what it was, and what it is. */
    void add(Share before, Share after) {
        double all = (double) before.cases() + after.cases();
        double product = (double) before.cases() * after.cases();
        double share = product == 0 ? 0 : (before.count() + after.count()) / all;
        double spread = share * (1 - share);
        if (spread > 0) {
            compared.add(after);
            weight += product / all;
            double more = after.count() - share * after.cases();
            double variance = product * spread / (all - 1);
            each.add(more, variance);
            byRareness.add(more / spread, variance / (spread * spread));
        }
    }

    /** What is, of the kinds that say something. */
    Share compared() {
        return compared;
    }

    /** By which the share has grown; below 0 if it is less. */
    double share() {
        return weight == 0 ? 0 : each.sum / weight;
    }

    /**
     * So much growth would still be so many standard deviations off. Cases count alike, which shows best what comes to kinds that have many
     * anyway; or the more, the rarer they are in their kind, which shows best what comes to all kinds alike: whichever is further off.
     */
    double byChance(double deviations) {
        double off = Math.max(each.deviations(), byRareness.deviations());
        return share() <= 0 ? 0 : share() * deviations / off;
    }
}
