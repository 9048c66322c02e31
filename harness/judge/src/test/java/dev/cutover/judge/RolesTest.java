package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.INVOKED;
import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The smallest broken twins of a good world with deletes, registers and moves, and odd-looking twins that are right. */
class RolesTest {

    private static Finding find(String checker, Consumer<World> change) {
        World world = RoleWorld.good();
        change.accept(world);
        return world.finding(checker);
    }

    private static void fails(String checker, String saying, Consumer<World> breakIt) {
        Finding finding = find(checker, breakIt);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.FAIL);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples())
                .isNotEmpty()
                .noneMatch(example -> example.details().isEmpty());
    }

    private static void unknown(String checker, String saying, Consumer<World> change) {
        Finding finding = find(checker, change);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains(saying);
    }

    private static void staysRight(Consumer<World> change) {
        World world = RoleWorld.good();
        change.accept(world);
        assertThat(world.findings())
                .hasSizeGreaterThan(7)
                .allSatisfy((checker, finding) ->
                        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.PASS));
    }

    private static void everywhere(World world, Consumer<Dump> change) {
        world.dumps.values().forEach(change);
    }

    @Test
    void aGoodWorldIsRight() {
        staysRight(world -> {});
    }

    @Test
    void appendsAreOwedUntilADeleteMayHaveTakenThem() {
        fails(
                "no-acknowledged-loss",
                "operation 12 was acknowledged, but new has lost it",
                world -> RoleWorld.rows(world.dump("new-final"), "notes").clear());
        fails(
                "rollback-complete",
                "operation 12 was acknowledged before",
                world -> RoleWorld.rows(world.dump("old-rollback"), "notes").clear());
        staysRight(world -> {
            RoleWorld.about(world, 18, RoleWorld.DROP, UNKNOWN, 700, 800, 12, 1);
            everywhere(world, dump -> RoleWorld.rows(dump, "notes").clear());
        });
        fails("no-acknowledged-loss", "operation 12", world -> {
            RoleWorld.about(world, 18, RoleWorld.DROP, REFUSED, 700, 800, 12, 1);
            everywhere(world, dump -> RoleWorld.rows(dump, "notes").clear());
        });
        // Asked for only after the state at the rollback had been read.
        fails("rollback-complete", "operation 12", world -> {
            RoleWorld.about(world, 18, RoleWorld.DROP, OK, 2_000, 3_000, 12, 1);
            everywhere(world, dump -> RoleWorld.rows(dump, "notes").clear());
        });
    }

    @Test
    void aDeleteTakesNothingFromOtherTables() {
        fails("no-acknowledged-loss", "operation 16 was acknowledged, but old has lost it", world -> {
            RoleWorld.about(world, 18, RoleWorld.DROP, OK, 700, 800, 16, 1);
            everywhere(world, dump -> RoleWorld.rows(dump, "moves").clear());
        });
    }

    private static void undeleted(World world) {
        everywhere(world, dump -> RoleWorld.rows(dump, "notes").add(new Dump.Entry(7, 0, 11)));
    }

    @Test
    void whatIsDeletedIsGone() {
        fails(
                "no-acknowledged-loss",
                "operation 13 was acknowledged, but what it deleted is still in the notes of old",
                RolesTest::undeleted);
        fails("rollback-complete", "operation 13 was acknowledged before", RolesTest::undeleted);
        unknown("no-acknowledged-loss", "quiescence is not proven", world -> {
            world.without(SentinelEvent.class);
            undeleted(world);
        });
        // A first attempt of 11 may come after the delete.
        staysRight(world -> {
            undeleted(world);
            world.operations.replaceAll(o -> o.id() != 11 ? o : TinyWorlds.attempts(o, 2));
        });
        // Somebody may have made it again since.
        staysRight(world -> {
            undeleted(world);
            RoleWorld.about(world, 18, RoleWorld.ADD, INVOKED, 100, Long.MAX_VALUE, 11, 1);
        });
        unknown(
                "no-acknowledged-loss",
                "1 acknowledged drop do not say what they deleted",
                world -> RoleWorld.about(world, 18, RoleWorld.DROP, OK, 700, 800, 0, 1));
    }

    @Test
    void theLastWriteWins() {
        fails(
                "last-write",
                "the value is that of operation 14, which had returned before",
                world -> RoleWorld.names(world.dump("new-final")).put(7L, 14L));
        fails(
                "last-write",
                "the value is no client's",
                world -> RoleWorld.names(world.dump("new-final")).put(7L, 0L));
        fails(
                "last-write",
                "there is no value",
                world -> withoutDeletes(world).dump("new-final").registers.put("name", new TreeMap<>()));
        fails(
                "last-write",
                "operation 12 is of kind add",
                world -> RoleWorld.names(world.dump("new-final")).put(7L, 12L));
        fails(
                "last-write",
                "operation 15 belongs to key 7",
                world -> RoleWorld.names(world.dump("new-final")).put(8L, 15L));
        fails(
                "last-write",
                "operation 18 was refused",
                world -> RoleWorld.names(world.operation(18, RoleWorld.NAME, 7, REFUSED, 700, 800)
                                .dump("old-final"))
                        .put(7L, 18L));
        fails(
                "rollback-complete",
                "operation 15 was acknowledged, but in the name of old-rollback",
                world -> RoleWorld.names(world.dump("old-rollback")).put(7L, 14L));
        fails(
                "agreement",
                "the name of key 7 differs",
                world -> RoleWorld.names(world.operation(18, RoleWorld.NAME, 7, INVOKED, 700, Long.MAX_VALUE)
                                .dump("old-final"))
                        .put(7L, 18L));
    }

    /** A delete on the key may have taken what holds its name. */
    private static World withoutDeletes(World world) {
        world.operations.removeIf(o -> o.kind() == RoleWorld.DROP);
        return world;
    }

    @Test
    void aWriterOfUnknownOutcomeAccusesNobody() {
        staysRight(world -> {
            world.operation(18, RoleWorld.NAME, 7, UNKNOWN, 100, 150);
            everywhere(world, dump -> RoleWorld.names(dump).put(7L, 18L));
        });
        // The delete may have taken what held the name.
        unknown(
                "last-write",
                "nothing was examined",
                world -> everywhere(world, dump -> dump.registers.put("name", new TreeMap<>())));
    }

    @Test
    void rowsOfOthersAreNobodysPromise() {
        staysRight(world -> {
            RoleWorld.rows(world.dump("old-final"), "notes").add(new Dump.Entry(9, 0, 424_242));
            RoleWorld.rows(world.dump("new-final"), "notes").add(new Dump.Entry(9, 0, Ledger.FOREIGN));
            RoleWorld.rows(world.dump("new-final"), "moves").add(new Dump.Entry(9, 0, 0));
        });
        long never = OperationIds.of(7).next();
        fails(
                "no-phantom",
                "was never invoked",
                world -> RoleWorld.rows(world.dump("old-final"), "notes").add(new Dump.Entry(9, 0, never)));
    }

    @Test
    void setsAgreeWithoutPositions() {
        fails(
                "agreement",
                "the moves of key 7 differs at row 1: old has nothing, new has operation 16",
                world -> RoleWorld.rows(world.dump("old-final"), "moves").clear());
    }

    @Test
    void invariants() {
        fails(
                "invariants",
                "in new-final the invariant balance is violated by 7 -5",
                world -> RoleWorld.violate(world.dump("new-final")));
        fails("invariants", "in old-rollback", world -> RoleWorld.violate(world.dump("old-rollback")));
        unknown("invariants", "quiescence is not proven", world -> {
            world.without(SentinelEvent.class);
            RoleWorld.violate(world.dump("new-final"));
        });
    }
}
