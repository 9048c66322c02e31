package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static dev.cutover.record.journal.ServedBy.BRIDGE;
import static dev.cutover.record.journal.ServedBy.NEW;
import static dev.cutover.record.journal.ServedBy.NOBODY;
import static dev.cutover.record.journal.ServedBy.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private static final String RIGHT = "no violation";

    /**
     * Old from 0, a tenth on new from 1,000, half from 2,000, new from 3,000, old from 4,000: one write of key 1 … 4
     * in each; 4 moves first, then 3.
     */
    private static World course() {
        World world = new World();
        world.without(RoutingEvent.class);
        world.routing(0, RoutingMode.OLD, 0)
                .routing(1_000, RoutingMode.SPLIT, 0.1)
                .routing(2_000, RoutingMode.SPLIT, 0.5)
                .routing(3_000, RoutingMode.NEW, 1)
                .routing(4_000, RoutingMode.OLD, 0);
        List<List<Integer>> onNew = List.of(List.of(), List.of(4), List.of(3, 4), List.of(1, 2, 3, 4), List.of());
        for (int epoch = 0; epoch < onNew.size(); epoch++) {
            for (int key = 1; key <= 4; key++) {
                long at = 1_000L * epoch + 100;
                world.operation(10L * epoch + key, World.PLACE, key, OK, at, at + 100)
                        .by(onNew.get(epoch).contains(key) ? NEW : OLD, epoch + 1);
            }
        }
        return world;
    }

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = course();
        change.accept(world);
        judge(expected, saying, world);
    }

    private static void judge(Result expected, String saying, World world) {
        Finding finding = world.finding("routing");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples()).noneMatch(example -> example.details().isEmpty());
    }

    @Test
    void eachModeHasItsSide() {
        finds(Result.PASS, RIGHT, world -> {});
        finds(Result.FAIL, "in mode old operation 2 of key 2 was served by new", world -> world.answer(2, NEW, 1));
        finds(Result.FAIL, "in mode new operation 31 of key 1 was served by old", world -> world.answer(31, OLD, 4));
        finds(Result.FAIL, "in mode old operation 44 of key 4 was served by new", world -> world.answer(44, NEW, 5));
        World dual = course().routing(5_000, RoutingMode.DUAL, 0);
        judge(
                Result.PASS,
                RIGHT,
                dual.operation(51, World.PLACE, 1, OK, 5_100, 5_200).by(OLD, 6));
        judge(
                Result.FAIL,
                "in mode dual operation 52 of key 1 was served by new",
                dual.operation(52, World.READ, 1, REFUSED, 5_300, 5_400).by(NEW, 6));
    }

    @Test
    void inASplitAKeyStaysWhereItIs() {
        finds(
                Result.FAIL,
                "operation 15 of key 1 was served by new, and its key by old (operation 11)",
                world -> world.operation(15, World.READ, 1, OK, 1_500, 1_600).by(NEW, 2));
        finds(
                Result.PASS,
                RIGHT,
                world -> world.operation(15, World.READ, 1, OK, 1_500, 1_600).by(OLD, 2));
    }

    @Test
    void aLargerShareMovesKeysToNewOnly() {
        finds(
                Result.FAIL,
                "operation 24 of key 4 was served by old, and its key by new before the share was raised (operation"
                        + " 14)",
                world -> world.answer(24, OLD, 3));
        // After a change that was refused nobody knows what had moved.
        finds(
                Result.PASS,
                RIGHT,
                world -> world.answer(24, OLD, 3)
                        .event(1_900, new RoutingEvent.Requested(RoutingMode.SPLIT, 0.4, false))
                        .event(1_950, new RoutingEvent.Refused(RoutingMode.SPLIT, 0.4, "no")));
    }

    @Test
    void onlyWhatLiesWhollyInsideAnEpochCounts() {
        finds(
                Result.PASS,
                RIGHT,
                world -> world.operation(45, World.READ, 1, OK, 3_900, 4_100)
                        .by(NEW, 4)
                        .operation(46, World.READ, 1, OK, 4_000, 4_000)
                        .by(NEW, 4)
                        .operation(47, World.READ, 1, OK, 4_001, 4_002)
                        .by(NEW, 4));
        finds(
                Result.PASS,
                RIGHT,
                world -> world.operation(49, World.READ, 1, OK, 3_900, 4_100).by(OLD, 4));
        finds(
                Result.FAIL,
                "operation 48",
                world -> world.operation(48, World.READ, 1, OK, 4_002, 4_003).by(NEW, 4));
    }

    @Test
    void whoIsNotASystemOrDidNotAnswerProvesNothing() {
        finds(
                Result.PASS,
                RIGHT,
                world -> world.operation(35, World.READ, 1, REFUSED, 3_300, 3_400)
                        .by(BRIDGE, 0)
                        .operation(36, World.READ, 1, OK, 3_300, 3_400)
                        .by(NOBODY, 0)
                        .operation(37, World.READ, 1, UNKNOWN, 3_300, 3_400)
                        .by(OLD, 0));
        finds(
                Result.UNKNOWN,
                "no answer names the system",
                world -> world.operations.replaceAll(o -> World.answered(o, NOBODY.code(), o.version())));
        finds(Result.UNKNOWN, "no routing was ever declared", world -> world.events.clear());
    }

    @Test
    void anEpochWithoutWritesByItsSideWasNotExamined() {
        finds(
                Result.UNKNOWN,
                "in mode split 0.1 new served 0 acknowledged writes, needs 1",
                world -> world.operations.removeIf(o -> o.id() == 14));
        World owes = course();
        owes.obligations = World.obligations(300, List.of(), false);
        judge(Result.UNKNOWN, "in mode new new served 4 acknowledged writes, needs 15", owes);
    }

    @Test
    void whereALineIsMissingNobodyIsAccused() {
        finds(Result.UNKNOWN, "in mode new new served 0 acknowledged writes", world -> {
            world.events.removeIf(event -> event.ns() == 4_000);
            world.answer(31, OLD, 4);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,   0, FAIL", "0.1,  30, PASS", "0.1,  70, PASS", "0.1, 400, FAIL",
        "0.5,  80, FAIL", "0.5, 180, PASS", "0.5, 220, PASS", "0.5, 320, FAIL",
        "1.0, 399, FAIL", "1.0, 400, PASS", "0.005, 1, PASS", "0.005, 60, FAIL",
        "0.0,   0, PASS", "0.0,   1, FAIL", "1.5, 400, PASS"
    })
    void theShareIsAboutAsAsked(double share, int onNew, Result expected) {
        judge(expected, "", split(share, key -> key <= onNew ? NEW : OLD));
    }

    @Test
    void keysThatNobodyServedMayBeOnEitherSide() {
        judge(Result.FAIL, "in mode split 0.5 at most 1 of 400 keys", split(0.5, key -> key <= 1 ? NEW : OLD));
        judge(Result.PASS, RIGHT, split(0.5, key -> key <= 1 ? NEW : key <= 200 ? BRIDGE : OLD));
    }

    @Test
    void aHotKeyCountsOnce() {
        World world = split(0.1, key -> key <= 40 ? NEW : OLD);
        for (int id = 1_001; id <= 3_000; id++) {
            world.operation(id, World.READ, 1, OK, id, id + 1L).by(NEW, 1);
        }
        judge(Result.PASS, RIGHT, world);
    }

    /** Neither what was asked for before, nor on the edges, nor again. */
    @Test
    void aKeyOfTheSplitIsOneThatWasAskedForInIt() {
        World world = split(0.5, key -> key <= 1 ? NEW : OLD)
                .routing(-1_000, RoutingMode.OLD, 0)
                .routing(5_000, RoutingMode.OLD, 0)
                .operation(501, World.READ, 501, UNKNOWN, -900, -800)
                .operation(502, World.READ, 502, UNKNOWN, 1, 2)
                .operation(503, World.READ, 503, UNKNOWN, 5_000, 5_002)
                .operation(504, World.READ, 400, UNKNOWN, 4_000, 4_002);
        judge(Result.FAIL, "in mode split 0.5 at most 1 of 400 keys", world);
    }

    @Test
    void aShareThatStaysTheSameIsNotRaised() {
        for (double later : new double[] {0.5, 0.6}) {
            World world = split(0.5, key -> key <= 200 ? NEW : OLD)
                    .routing(5_000, RoutingMode.SPLIT, later)
                    .operation(501, World.PLACE, 1, OK, 5_100, 5_200)
                    .by(OLD, 2);
            Finding finding = world.finding("routing");
            assertThat(finding.message().contains("before the share was raised"))
                    .isEqualTo(later > 0.5);
        }
    }

    private static World split(double share, IntFunction<ServedBy> owner) {
        World world = new World();
        world.without(RoutingEvent.class);
        world.routing(0, RoutingMode.SPLIT, share);
        for (int key = 1; key <= 400; key++) {
            ServedBy by = owner.apply(key);
            world.operation(key, World.PLACE, key, by == BRIDGE ? UNKNOWN : OK, 10L + key, 20L + key)
                    .by(by, 1);
        }
        return world;
    }
}
