package dev.cutover.scenarios.load;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;

/** Independent streams of random numbers, all from the one seed of the run. */
final class Randomness {
    private Randomness() {}

    /** The same stream for the same seed, purpose and number. */
    static SplittableRandom of(long seed, String purpose, long number) {
        long mixed = new SplittableRandom(seed ^ ((long) purpose.hashCode() << 32)).nextLong() + number;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong());
    }

    static UniformRandomProvider provider(SplittableRandom random) {
        return random::nextLong;
    }
}
