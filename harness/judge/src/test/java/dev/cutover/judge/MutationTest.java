package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {
    private static final int WORLDS = 200;
    private static final int OPERATIONS = 200;

    @Test
    void noRightWorldIsAccused() {
        for (long seed = 1; seed <= 300; seed++) {
            assertThat(RandomWorld.right(seed, OPERATIONS).results())
                    .as("seed %d", seed)
                    .allSatisfy(
                            (checker, result) -> assertThat(result).as(checker).isEqualTo(Result.PASS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationIsSeenByItsChecker(Mutation mutation) {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = RandomWorld.right(seed, OPERATIONS);
            mutation.apply(world, new Random(seed));
            Finding finding = world.finding(mutation.expected);
            assertThat(finding.result())
                    .as("seed %d: %s", seed, finding.message())
                    .isEqualTo(Result.FAIL);
        }
    }
}
