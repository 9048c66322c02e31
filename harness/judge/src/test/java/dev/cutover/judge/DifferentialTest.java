package dev.cutover.judge;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checkers against brute force, on random tiny worlds. */
class DifferentialTest {

    /** A routing without a write is no proof, nor is a total that was never summed up in between. */
    @Test
    void checkersAgreeWithBruteForce() {
        new Differential<>(
                        Differential.worlds(100_000),
                        RandomWorld::arbitrary,
                        BruteForce::new,
                        Map.of(
                                "no-acknowledged-loss", BruteForce::lost,
                                "no-duplicate", BruteForce::duplicated,
                                "no-phantom", BruteForce::phantom,
                                "order-per-key", BruteForce::outOfOrder,
                                "freshness", BruteForce::stale,
                                "routing", BruteForce::misrouted,
                                "rollback-complete", BruteForce::rollbackIncomplete,
                                "conservation", BruteForce::notConserved),
                        (checker, bruteForce) -> switch (checker) {
                            case "routing" -> bruteForce.idle();
                            case "conservation" -> bruteForce.notSummedUp();
                            default -> false;
                        })
                .agree();
    }
}
