package dev.cutover.scenarios.load;

import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Some keys are visited far more often than others, as those in real logs are; which ones, the seed says. */
final class HotKeys {
    /** Zipf exponent of the page popularity in the NASA web server log of August 1995. */
    private static final double EXPONENT = 1.07;

    private final Keys keys;
    private final int[] byRank;
    private final SharedStateDiscreteSampler ranks;
    private final int hotRanks;

    HotKeys(Keys keys, long seed) {
        this.keys = keys;
        SplittableRandom random = Randomness.of(seed, "keys", 0);
        byRank = PermutationSampler.natural(keys.size());
        PermutationSampler.shuffle(Randomness.provider(random), byRank);
        ranks = RejectionInversionZipfSampler.of(Randomness.provider(random), keys.size(), EXPONENT);
        hotRanks = ranksOfHalf(keys.size());
    }

    /** How many of the first ranks get half of all visits. */
    private static int ranksOfHalf(int ranks) {
        double all = 0;
        for (int rank = 1; rank <= ranks; rank++) {
            all += Math.pow(rank, -EXPONENT);
        }
        int first = 0;
        for (double visits = 0; visits < all / 2; ) {
            visits += Math.pow(++first, -EXPONENT);
        }
        return first;
    }

    Keys.Key draw(SplittableRandom random) {
        int rank = ranks.withUniformRandomProvider(Randomness.provider(random)).sample();
        return keys.at(byRank[rank - 1], rank <= hotRanks);
    }
}
