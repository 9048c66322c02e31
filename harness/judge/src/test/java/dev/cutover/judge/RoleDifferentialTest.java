package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What checkers say of roles against brute force, on random tiny worlds. */
class RoleDifferentialTest {
    private static final int WORLDS = Differential.worlds(100_000);

    @Test
    void checkersAgreeWithBruteForce() {
        new Differential<>(
                        WORLDS,
                        RoleWorld::arbitrary,
                        RoleBruteForce::new,
                        Map.of(
                                "no-acknowledged-loss", RoleBruteForce::lost,
                                "last-write", RoleBruteForce::notLast,
                                "invariants", RoleBruteForce::violated,
                                "as-asked", RoleBruteForce::notAsAsked,
                                "count-per-key", RoleBruteForce::miscounted,
                                "rollback-complete", RoleBruteForce::rollbackIncomplete),
                        RoleDifferentialTest::powerless)
                .agree();
    }

    /** What would have to be examined is not known. */
    private static boolean powerless(String checker, RoleBruteForce bruteForce) {
        return (checker.equals("as-asked") && bruteForce.asksUnknown())
                || (checker.equals("no-acknowledged-loss") && bruteForce.dropsUnknown());
    }

    /** An operation that is never heard of again may have happened at any time. */
    @Test
    void knowingLessNeverAccuses() {
        for (long seed = Differential.FIRST_SEED; seed < Differential.FIRST_SEED + WORLDS / 10; seed++) {
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
