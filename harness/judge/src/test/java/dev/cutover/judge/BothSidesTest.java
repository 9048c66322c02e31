package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Hazard;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which keys are said to have been written on both sides, and to have come back. */
class BothSidesTest {

    @Test
    void keysComeBackFromNew() {
        World world = thereAndBack()
                .operation(1, World.PLACE, 7, OK, 50, 60)
                .operation(2, World.PLACE, 7, OK, 150, 160)
                .operation(3, World.PLACE, 8, OK, 170, 180)
                .operation(4, World.READ, 7, OK, 250, 260)
                .operation(5, World.PLACE, 7, OK, 270, 280)
                .operation(6, World.PLACE, 9, OK, 270, 280);
        assertThat(counts(world)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void whatLiesInNoEpochIsOnNoSide() {
        World world = thereAndBack()
                .operation(1, World.PLACE, 7, OK, 50, 60)
                .operation(2, World.PLACE, 7, OK, 101, 160)
                .operation(3, World.PLACE, 7, OK, 150, 200)
                .operation(4, World.PLACE, 7, UNKNOWN, 150, 160)
                .operation(5, World.READ, 7, OK, 250, 260);
        assertThat(counts(world)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void inASplitTheAnswerSaysTheSide() {
        World world = new World().without(RoutingEvent.class);
        world.routing(1, RoutingMode.SPLIT, 0.5).routing(100, RoutingMode.OLD, 0);
        world.operation(1, World.PLACE, 7, OK, 50, 60).by(ServedBy.NEW, 1);
        world.operation(2, World.PLACE, 8, OK, 50, 60).by(ServedBy.OLD, 1);
        world.operation(3, World.PLACE, 9, OK, 50, 60).by(ServedBy.BRIDGE, 1);
        for (int key = 7; key <= 9; key++) {
            world.operation(10L + key, World.PLACE, key, OK, 150, 160).by(ServedBy.NOBODY, 0);
            world.operation(20L + key, World.READ, key, OK, 150, 160);
        }
        assertThat(counts(world)).containsExactly(1L, 1L, 1L);
    }

    /** Keys written on both sides; writes, and reads, of those that came back. */
    private static List<@Nullable Long> counts(World world) {
        return Arrays.asList(
                HazardsTest.seen(world, Hazard.WRITTEN_ON_BOTH_SIDES),
                HazardsTest.seen(world, Hazard.WRITTEN_AFTER_A_ROLLBACK),
                HazardsTest.seen(world, Hazard.READ_BACK_AFTER_A_ROLLBACK));
    }

    private static World thereAndBack() {
        return new World()
                .without(RoutingEvent.class)
                .routing(1, RoutingMode.OLD, 0)
                .routing(100, RoutingMode.NEW, 1)
                .routing(200, RoutingMode.DUAL, 0);
    }
}
