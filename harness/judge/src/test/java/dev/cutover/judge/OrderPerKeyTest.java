package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger.Column;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.run.Reads;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In which order a table's rows stand, and whether every change has one. */
class OrderPerKeyTest {

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = TinyWorlds.good();
        change.accept(world);
        Finding finding = world.finding("order-per-key");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
    }

    private static void known(World world, Column... columns) {
        world.dumps.values().forEach(dump -> dump.known.retainAll(EnumSet.of(Column.KEY, columns)));
    }

    /** The row of 12, which was invoked after 11 had returned, is the first. */
    private static void twisted(World world) {
        Dump dump = world.dump("old-final");
        dump.ledger.set(0, new Dump.Entry(7, 1, 12));
        dump.ledger.set(1, new Dump.Entry(7, 2, 11));
    }

    @Test
    void positionsOrVersionsAreEnough() {
        String behind = "operation 11 had returned before operation 12 was invoked, but stands behind it";
        for (Column column : new Column[] {Column.POSITION, Column.VERSION}) {
            finds(Result.PASS, "no violation", world -> known(world, column));
            finds(Result.FAIL, behind, world -> {
                known(world, column);
                twisted(world);
            });
        }
    }

    @Test
    void withoutEitherThereIsNoOrder() {
        World world = TinyWorlds.good();
        known(world);
        twisted(world);
        assertThat(world.results()).doesNotContainKey("order-per-key");
        // Nor is there one where one of two has none.
        world.dump("new-final").known.add(Column.POSITION);
        assertThat(world.finding("order-per-key").result()).isEqualTo(Result.PASS);
    }

    @Test
    void rowsWithoutAVersionStandBesideEachOther() {
        Consumer<World> unversioned =
                world -> world.dump("old-final").row(9, 0, 12).row(9, 0, 11);
        finds(Result.FAIL, "operation 11 had returned before operation 12", unversioned);
        finds(Result.PASS, "no violation", world -> {
            unversioned.accept(world);
            world.dump("old-final").known.remove(Column.POSITION);
        });
    }

    @Test
    void theClockMayBeBelowZero() {
        finds(
                Result.FAIL,
                "operation 42 had returned before operation 41",
                world -> world.operation(41, World.PLACE, 9, OK, -500, -400)
                        .operation(42, World.PLACE, 9, OK, -900, -800)
                        .dump("old-final")
                        .row(9, 1, 41)
                        .row(9, 2, 42));
    }

    @Test
    void theFirstOperationOfAllStandsInTheWayToo() {
        finds(Result.FAIL, "operation 21 had returned before operation 10", world -> {
            world.operations.addFirst(Operation.of(10, World.PLACE, 9, OK, 5_000, 6_000));
            world.dump("old-final").row(9, 1, 10).row(9, 2, 21);
        });
    }

    @Test
    void aTableThatIsNotTheWholeStoryMayLackVersions() {
        Consumer<World> gap =
                world -> world.dumps.values().forEach(dump -> dump.ledger.removeIf(e -> e.operation() == 12));
        finds(Result.FAIL, "key 7 goes from version 1 to 3", gap);
        for (Reads reads : List.of(
                Owes.reads("ledger", false, "place-order", "pay-order"), Owes.reads("ledger", true, "place-order"))) {
            finds(Result.PASS, "no violation", world -> {
                gap.accept(world);
                Owes owes = Owes.like(world.obligations).both(reads);
                world.obligations = owes.made();
            });
        }
    }
}
