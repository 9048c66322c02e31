package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on a delete may have taken a row, and when it must have. */
class DeletesTest {

    private static void finds(String checker, Result expected, World world) {
        assertThat(world.finding(checker).result())
                .as(world.finding(checker).message())
                .isEqualTo(expected);
    }

    /** The row of 11, which 13 deletes, is everywhere. */
    private static World undeleted() {
        World world = RoleWorld.good();
        world.dumps.values().forEach(dump -> RoleWorld.rows(dump, "notes").add(new Dump.Entry(7, 0, 11)));
        return world;
    }

    /** The state at the rollback was read until 1,001. */
    @ParameterizedTest
    @CsvSource({"1001, PASS", "1002, FAIL"})
    void aDeleteMayHaveTakenARowFromItsInvocationOn(long invokedNs, Result expected) {
        World world = RoleWorld.good();
        RoleWorld.about(world, 18, RoleWorld.DROP, UNKNOWN, invokedNs, 2_000, 12, 1);
        RoleWorld.rows(world.dump("old-rollback"), "notes").clear();
        finds("rollback-complete", expected, world);
    }

    /** 11 returned at 200. */
    @ParameterizedTest
    @CsvSource({"200, PASS", "201, FAIL"})
    void whatWasUnderWayMayComeAfterItsDelete(long invokedNs, Result expected) {
        World world = undeleted();
        world.operations.removeIf(o -> o.id() == 13);
        RoleWorld.about(world, 13, RoleWorld.DROP, OK, invokedNs, 600, 11, 1);
        finds("no-acknowledged-loss", expected, world);
    }

    /** 13 was invoked at 500. */
    @ParameterizedTest
    @CsvSource({"500, PASS", "499, FAIL"})
    void whatWasMadeAgainMayBeThere(long returnedNs, Result expected) {
        World world = undeleted();
        RoleWorld.about(world, 18, RoleWorld.NAME, OK, 450, returnedNs, 11, 1);
        finds("no-acknowledged-loss", expected, world);
    }

    @Test
    void theClockMayBeBelowZero() {
        World world = undeleted();
        world.operations.removeIf(o -> o.id() == 11 || o.id() == 13);
        world.operation(11, RoleWorld.ADD, 7, OK, -900, -800);
        RoleWorld.about(world, 13, RoleWorld.DROP, OK, -700, -600, 11, 1);
        finds("no-acknowledged-loss", Result.FAIL, world);
    }
}
