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

/** What checkers say of what systems hold, and of effects, against brute force, on random tiny worlds. */
class HeldDifferentialTest {
    private static final int WORLDS = Integer.getInteger("cutover.worlds", 30_000);
    private static final long FIRST_SEED = Long.getLong("cutover.seed", 1);

    private static final Map<String, Predicate<HeldBruteForce>> PROPERTIES = Map.of(
            "authority", HeldBruteForce::acceptedWrongly,
            "agreement", HeldBruteForce::disagree,
            "kept", HeldBruteForce::changed,
            "no-update-lost", HeldBruteForce::updateLost,
            "side-effects", HeldBruteForce::wrongEffects);

    private static final Map<String, Supplier<Checker>> CHECKERS = new TreeMap<>(Checkers.all());

    static {
        CHECKERS.keySet().retainAll(PROPERTIES.keySet());
    }

    @Test
    void checkersAgreeWithBruteForce() {
        Map<String, Integer> violated = new LinkedHashMap<>();
        Map<String, Integer> passed = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = HeldWorld.arbitrary(seed);
            HeldBruteForce bruteForce = new HeldBruteForce(world);
            for (Finding finding : Judge.findings(world.evidence(), CHECKERS)) {
                Result expected = expected(finding, bruteForce);
                if (finding.result() != expected) {
                    assertThat(finding)
                            .as("seed %d: brute force says %s", seed, expected)
                            .isNull();
                }
                violated.merge(finding.checker(), expected == Result.FAIL ? 1 : 0, Integer::sum);
                passed.merge(finding.checker(), expected == Result.PASS ? 1 : 0, Integer::sum);
            }
        }
        // The comparison is worth something only where both answers occur often.
        assertThat(violated).hasSameSizeAs(PROPERTIES).allSatisfy(HeldDifferentialTest::often);
        assertThat(passed).allSatisfy(HeldDifferentialTest::often);
    }

    private static void often(String checker, int count) {
        assertThat(count).as(checker).isGreaterThan(WORLDS / 50);
    }

    /** Where nothing was examined, what is missing may still arrive, or a routing saw no write, there is no pass. */
    private static Result expected(Finding finding, HeldBruteForce bruteForce) {
        String checker = finding.checker();
        assertThat(checker.equals("authority") && !bruteForce.tellsAuthority()).isFalse();
        if (Objects.requireNonNull(PROPERTIES.get(checker)).test(bruteForce)) {
            return Result.FAIL;
        }
        boolean powerless = switch (checker) {
            case "authority" -> bruteForce.authorityIdle();
            case "kept" -> false;
            default -> !bruteForce.atRest();
        };
        return finding.examined() > 0 && !powerless ? Result.PASS : Result.UNKNOWN;
    }
}
