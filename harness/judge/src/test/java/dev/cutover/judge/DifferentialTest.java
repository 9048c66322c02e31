package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The checkers against brute force, on random tiny worlds; {@code -Dcutover.differential=2000000} looks longer. */
class DifferentialTest {
    private static final int WORLDS = Integer.getInteger("cutover.differential", 100_000);
    private static final long FIRST_SEED = Long.getLong("cutover.seed", 1);

    private static final Map<String, Predicate<BruteForce>> PROPERTIES = Map.of(
            "no-acknowledged-loss", BruteForce::lost,
            "no-duplicate", BruteForce::duplicated,
            "no-phantom", BruteForce::phantom,
            "order-per-key", BruteForce::outOfOrder,
            "freshness", BruteForce::stale,
            "routing", BruteForce::misrouted,
            "rollback-complete", BruteForce::rollbackIncomplete,
            "conservation", BruteForce::notConserved);

    private static final Judge JUDGE = judge();

    private static Judge judge() {
        var checkers = new LinkedHashMap<>(Checkers.all());
        checkers.keySet().retainAll(PROPERTIES.keySet());
        return new Judge(checkers);
    }

    @Test
    void checkersAgreeWithBruteForce() {
        Map<String, Integer> violated = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = RandomWorld.arbitrary(seed);
            Map<String, Result> results = results(world);
            BruteForce bruteForce = new BruteForce(world);
            for (var property : PROPERTIES.entrySet()) {
                boolean expected = property.getValue().test(bruteForce);
                if (expected != (results.get(property.getKey()) == Result.FAIL)) {
                    assertThat(results)
                            .as("seed %d: brute force says %s to %s", seed, expected, property)
                            .isNull();
                }
                violated.merge(property.getKey(), expected ? 1 : 0, Integer::sum);
            }
        }
        // The comparison is worth something only where both answers occur often.
        assertThat(violated)
                .allSatisfy(
                        (checker, count) -> assertThat(count).as(checker).isBetween(WORLDS / 50, WORLDS - WORLDS / 50));
    }

    private static Map<String, Result> results(World world) {
        Map<String, Result> results = new LinkedHashMap<>();
        JUDGE.judge(world.evidence()).forEach(finding -> results.put(finding.checker(), finding.result()));
        return results;
    }
}
