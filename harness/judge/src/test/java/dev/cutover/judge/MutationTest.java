package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MutationTest {
    private static final int WORLDS = 200;
    private static final int OPERATIONS = 200;

    private interface Right {
        World of(long seed, int operations);
    }

    @Test
    void noRightWorldIsAccused() {
        passes(RandomWorld::right);
    }

    @Test
    void noRightWorldOfRolesIsAccused() {
        passes(RightRoles::of);
    }

    @Test
    void noRightWorldOfStreamsIsAccused() {
        passes(StreamWorld::right);
    }

    @Test
    void noRightWorldOfContentsIsAccused() {
        passes(ContentWorld::right);
    }

    private static void passes(Right world) {
        for (long seed = 1; seed <= 300; seed++) {
            assertThat(world.of(seed, OPERATIONS).results())
                    .as("seed %d", seed)
                    .allSatisfy(
                            (checker, result) -> assertThat(result).as(checker).isEqualTo(Result.PASS));
        }
    }

    @Test
    void aRightRunPassesEveryGate() {
        assertThat(Judge.judge(GateMutation.right(o -> o).evidence()).gates())
                .allSatisfy(gate -> assertThat(gate.result()).as("%s", gate).isEqualTo(Result.PASS));
    }

    @Test
    void everyCheckerThatAccusesAndEveryGateHasAMutation() {
        List<String> checkers = new ArrayList<>(Checkers.all().keySet());
        Arrays.stream(Mutation.values()).forEach(mutation -> checkers.remove(mutation.expected));
        Arrays.stream(RoleMutation.values()).forEach(mutation -> checkers.remove(mutation.expected));
        checkers.remove(EffectMutation.EXPECTED);
        checkers.remove(StreamMutation.EXPECTED);
        checkers.remove(ContentMutation.EXPECTED);
        assertThat(checkers).containsExactly("power");
        assertThat(GateMutation.all().stream().map(GateMutation::gate)).containsAll(Judge.gates());
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationIsSeenByItsChecker(Mutation mutation) {
        seen(mutation.expected, RandomWorld::right, mutation::apply);
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationOfARoleIsSeenByItsChecker(RoleMutation mutation) {
        seen(mutation.expected, RightRoles::of, mutation::apply);
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationOfEffectsIsSeenByTheirChecker(EffectMutation mutation) {
        seen(EffectMutation.EXPECTED, RandomWorld::right, mutation::apply);
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationOfAStreamIsSeenByItsChecker(StreamMutation mutation) {
        seen(StreamMutation.EXPECTED, StreamWorld::right, mutation::apply);
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationOfContentIsSeenByItsChecker(ContentMutation mutation) {
        seen(ContentMutation.EXPECTED, ContentWorld::right, mutation::apply);
    }

    private static void seen(String checker, Right right, BiConsumer<World, Random> mutation) {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = right.of(seed, OPERATIONS);
            mutation.accept(world, new Random(seed));
            Finding finding = world.finding(checker);
            assertThat(finding.result())
                    .as("seed %d: %s", seed, finding.message())
                    .isEqualTo(Result.FAIL);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.cutover.judge.GateMutation#all")
    void everyMutationOfARunIsSeenByItsGate(GateMutation mutation) {
        assertThat(Judge.judge(mutation.broken().evidence()).gates())
                .filteredOn(gate -> gate.gate().equals(mutation.gate()))
                .extracting(VerdictReport.Gate::result)
                .contains(mutation.expected());
    }
}
