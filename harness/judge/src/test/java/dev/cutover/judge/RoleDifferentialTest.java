package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Checker;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What checkers say of roles against brute force, on random tiny worlds. */
class RoleDifferentialTest {
    private static final int WORLDS = Integer.getInteger("cutover.worlds", 100_000);

    private static final long FIRST_SEED = Long.getLong("cutover.seed", 1);

    private static final Map<String, Predicate<RoleBruteForce>> PROPERTIES = Map.of(
            "no-acknowledged-loss", RoleBruteForce::lost,
            "last-write", RoleBruteForce::notLast,
            "invariants", RoleBruteForce::violated,
            "as-asked", RoleBruteForce::notAsAsked,
            "count-per-key", RoleBruteForce::miscounted,
            "rollback-complete", RoleBruteForce::rollbackIncomplete);

    private static final Map<String, Supplier<Checker>> CHECKERS = new TreeMap<>(Checkers.all());

    static {
        CHECKERS.keySet().retainAll(PROPERTIES.keySet());
    }

    @Test
    void checkersAgreeWithBruteForce() {
        Map<String, Integer> violated = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            World world = RoleWorld.arbitrary(seed);
            RoleBruteForce bruteForce = new RoleBruteForce(world);
            for (Finding finding : Judge.findings(world.evidence(), CHECKERS)) {
                Result expected = expected(finding, bruteForce);
                if (finding.result() != expected) {
                    assertThat(finding)
                            .as("seed %d: brute force says %s", seed, expected)
                            .isNull();
                }
                violated.merge(finding.checker(), expected == Result.FAIL ? 1 : 0, Integer::sum);
            }
        }
        assertThat(violated)
                .allSatisfy(
                        (checker, count) -> assertThat(count).as(checker).isBetween(WORLDS / 50, WORLDS - WORLDS / 50));
    }

    /** Where nothing was examined, or what would have to be is not known, there is no pass. */
    private static Result expected(Finding finding, RoleBruteForce bruteForce) {
        String checker = finding.checker();
        if (Objects.requireNonNull(PROPERTIES.get(checker)).test(bruteForce)) {
            return Result.FAIL;
        }
        boolean powerless = (checker.equals("as-asked") && bruteForce.asksUnknown())
                || (checker.equals("no-acknowledged-loss") && bruteForce.dropsUnknown());
        return finding.examined() > 0 && !powerless ? Result.PASS : Result.UNKNOWN;
    }

    /** An operation that is never heard of again may have happened at any time. */
    @Test
    void knowingLessNeverAccuses() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS / 10; seed++) {
            World world = RoleWorld.arbitrary(seed);
            Map<String, Result> before = world.results();
            long forgotten = 1 + seed % world.operations.size();
            world.operations.replaceAll(o -> o.id() != forgotten || o.outcome() != Outcome.OK ? o : unheard(o));
            Map<String, Result> after = world.results();
            String about = "seed " + seed;
            before.forEach((checker, result) -> {
                if (result != Result.FAIL) {
                    assertThat(after.get(checker)).as("%s: %s", about, checker).isNotEqualTo(Result.FAIL);
                }
            });
        }
    }

    private static Operation unheard(Operation o) {
        return new Operation(
                o.id(),
                o.process(),
                o.kind(),
                o.key(),
                Outcome.INVOKED,
                o.invokedNs(),
                Long.MAX_VALUE,
                o.phaseInvoked(),
                o.phaseReturned(),
                o.servedBy(),
                o.subject(),
                o.version(),
                o.cause(),
                o.attempts(),
                o.faultMask());
    }
}
