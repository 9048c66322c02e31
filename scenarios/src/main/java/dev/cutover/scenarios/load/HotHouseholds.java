package dev.cutover.scenarios.load;

import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Some households are visited far more often than others, as keys in real logs are; which ones, the seed says. */
final class HotHouseholds {
    /** Zipf exponent of the page popularity in the NASA web server log of August 1995. */
    private static final double EXPONENT = 1.07;

    /** The first ranks, which get about half of all visits. */
    private static final int HOT_RANKS = 50;

    private final int[] byRank;
    private final SharedStateDiscreteSampler ranks;

    HotHouseholds(int households, long seed) {
        SplittableRandom random = Randomness.of(seed, "households", 0);
        byRank = PermutationSampler.natural(households);
        PermutationSampler.shuffle(Randomness.provider(random), byRank);
        ranks = RejectionInversionZipfSampler.of(Randomness.provider(random), households, EXPONENT);
    }

    Household draw(SplittableRandom random) {
        int rank = ranks.withUniformRandomProvider(Randomness.provider(random)).sample();
        return new Household(byRank[rank - 1] + 1, rank <= HOT_RANKS);
    }

    /**
     * A key of the shop.
     *
     * @param number 1 … households
     * @param hot one of the most visited
     */
    record Household(int number, boolean hot) {}
}
