package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.Reads;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a plan does not read, or a run did not do, is said, and is no pass. */
class MissingTest {

    private static void owing(World world, Consumer<Owes> change) {
        Owes owes = Owes.like(world.obligations);
        change.accept(owes);
        world.obligations = owes.made();
    }

    private static void unknown(World world, String checker, String saying) {
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains(saying);
    }

    private static World withoutEntities() {
        World world = TinyWorlds.good();
        world.dumps.values().forEach(dump -> dump.unread.addAll(List.of("order", "price")));
        Reads reads = Owes.reads("ledger", true, "place-order", "pay-order");
        owing(
                world,
                owes -> owes.both(
                        new Reads(reads.applied(), reads.registers(), List.of(), reads.totals(), reads.invariants())));
        return world;
    }

    @Test
    void twoSystemsThatShareATableAreCompared() {
        assertThat(withoutEntities().finding("agreement").result()).isEqualTo(Result.PASS);
    }

    @Test
    void twoSystemsThatShareNothingAreNot() {
        World world = withoutEntities();
        owing(world, owes -> owes.reads.put("new", Reads.NOTHING));
        unknown(world, "agreement", "nothing is read of both old and new");
    }

    @Test
    void whatTransfersMoveIsSummedUpInEverySystem() {
        World world = RoleWorld.good();
        owing(world, owes -> owes.reads.put("new", Reads.NOTHING));
        unknown(world, "conservation", "nothing is summed up in new");
    }

    @Test
    void whatWasNotCopiedYetMayBeMissing() {
        World world = TinyWorlds.good();
        owing(world, owes -> owes.bootstrap = true);
        unknown(world, "conservation", "the bootstrap did not end, so new-final lacks");
        Dump copy = world.dump("new-final");
        copy.ledger.set(3, new Dump.Entry(7, 6, 15));
        unknown(world, "order-per-key", "the bootstrap did not end, so versions may be missing in new-final");
        copy.ledger.set(3, new Dump.Entry(7, 3, 15));
        assertThat(world.finding("order-per-key").message()).contains("key 7 goes from version 3 to 3 in");
    }

    @Test
    void whatIsPublishedFromOutsideIsRead() {
        World world = TinyWorlds.good();
        owing(world, owes -> owes.updated = "stock");
        unknown(world, "no-update-lost", "has no stock");
    }

    @Test
    void effectsAreRead() {
        World world = TinyWorlds.good();
        owing(world, owes -> owes.effects = new TreeMap<>());
        unknown(world, "side-effects", "the plan names no record of the effects");
    }

    @Test
    void whatAPlanReadsNothingOfIsNotOwed() {
        World world = TinyWorlds.good();
        owing(world, owes -> {
            owes.both(Reads.NOTHING);
            owes.rollbacks = 0;
        });
        assertThat(world.results())
                .doesNotContainKeys(
                        "no-acknowledged-loss",
                        "no-duplicate",
                        "no-phantom",
                        "order-per-key",
                        "rollback-complete",
                        "last-write",
                        "invariants",
                        "conservation");
    }

    @Test
    void aRegisterIsNoTable() {
        World world = RoleWorld.good();
        owing(world, owes -> owes.both(new Reads(new TreeMap<>(), List.of("name"), List.of(), List.of(), List.of())));
        assertThat(world.results()).containsKey("last-write").doesNotContainKey("no-phantom");
    }
}
