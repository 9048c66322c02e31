package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Checker;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Checkers against brute force on random worlds, to the word.
 *
 * @param worlds how many; {@code -Dcutover.worlds=2000000} looks longer
 * @param violated by checker
 * @param powerless whether a checker cannot know that a world is right, although it examined something
 */
record Differential<B>(
        int worlds,
        LongFunction<World> world,
        Function<World, B> bruteForce,
        Map<String, Predicate<B>> violated,
        BiPredicate<String, B> powerless) {

    static final long FIRST_SEED = Long.getLong("cutover.seed", 1);

    static int worlds(int usually) {
        return Integer.getInteger("cutover.worlds", usually);
    }

    /** Fails where they do not agree; returns how often each checker passed. */
    Map<String, Integer> agree() {
        Map<String, Supplier<Checker>> checkers = new TreeMap<>(Checkers.all());
        checkers.keySet().retainAll(violated.keySet());
        Map<String, Integer> failed = new LinkedHashMap<>();
        Map<String, Integer> passed = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + worlds; seed++) {
            World some = world.apply(seed);
            B truth = bruteForce.apply(some);
            for (Finding finding : Judge.findings(some.evidence(), checkers)) {
                Result expected = expected(finding, truth);
                if (finding.result() != expected) {
                    assertThat(finding)
                            .as("seed %d: brute force says %s", seed, expected)
                            .isNull();
                }
                failed.merge(finding.checker(), expected == Result.FAIL ? 1 : 0, Integer::sum);
                passed.merge(finding.checker(), expected == Result.PASS ? 1 : 0, Integer::sum);
            }
        }
        // The comparison is worth something only where both answers occur often.
        assertThat(failed)
                .hasSameSizeAs(violated)
                .allSatisfy((checker, count) -> assertThat(count).as(checker).isBetween(often(), worlds - often()));
        return passed;
    }

    int often() {
        return worlds / 50;
    }

    /** Where nothing was examined, there is no pass. */
    private Result expected(Finding finding, B truth) {
        String checker = finding.checker();
        if (Objects.requireNonNull(violated.get(checker)).test(truth)) {
            return Result.FAIL;
        }
        return finding.examined() > 0 && !powerless.test(checker, truth) ? Result.PASS : Result.UNKNOWN;
    }
}
