package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Checker;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The checkers against brute force, on random tiny worlds; {@code -Dcutover.worlds=2000000} looks longer. */
class DifferentialTest {
    private static final int WORLDS = Integer.getInteger("cutover.worlds", 100_000);
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

    private static final Map<String, Supplier<Checker>> CHECKERS = new TreeMap<>(Checkers.all());

    static {
        CHECKERS.keySet().retainAll(PROPERTIES.keySet());
    }

    @Test
    void checkersAgreeWithBruteForce() {
        Map<String, Integer> violated = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = RandomWorld.arbitrary(seed);
            BruteForce bruteForce = new BruteForce(world);
            for (Finding finding : Judge.findings(world.evidence(), CHECKERS)) {
                boolean wrong = property(finding).test(bruteForce);
                if (finding.result() != expected(finding, wrong, bruteForce)) {
                    assertThat(finding)
                            .as("seed %d: brute force says %s", seed, wrong)
                            .isNull();
                }
                violated.merge(finding.checker(), wrong ? 1 : 0, Integer::sum);
            }
        }
        // The comparison is worth something only where both answers occur often.
        assertThat(violated)
                .allSatisfy(
                        (checker, count) -> assertThat(count).as(checker).isBetween(WORLDS / 50, WORLDS - WORLDS / 50));
    }

    private static Predicate<BruteForce> property(Finding finding) {
        return Objects.requireNonNull(PROPERTIES.get(finding.checker()));
    }

    /** Where nothing was examined, or a routing without a write, there is no pass. */
    private static Result expected(Finding finding, boolean violated, BruteForce bruteForce) {
        if (violated) {
            return Result.FAIL;
        }
        boolean powerless = finding.checker().equals("routing") && bruteForce.idle();
        return finding.examined() > 0 && !powerless ? Result.PASS : Result.UNKNOWN;
    }
}
