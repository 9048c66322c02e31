package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The smallest broken twins of a good world whose systems hold what was asked for, and count what carries no ids. */
class TextsAndCountsTest {

    private static Finding find(String checker, Consumer<World> change) {
        World world = RoleWorld.good();
        change.accept(world);
        return world.finding(checker);
    }

    private static void fails(String checker, String saying, Consumer<World> breakIt) {
        Finding finding = find(checker, breakIt);
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.FAIL);
        assertThat(finding.message()).contains(saying);
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
    void whatIsHeldIsWhatWasAskedFor() {
        fails(
                "as-asked",
                "operation 12 asked for milk, but asked.texts of new-final has mil",
                world -> RoleWorld.texts(world.dump("new-final")).set(0, new StateDump.Row("12", "mil")));
        fails(
                "as-asked",
                "asked.texts of old-rollback has \\N",
                world -> RoleWorld.texts(world.dump("old-rollback")).set(0, new StateDump.Row("12", StateDump.NULL)));
        // Whatever the client was told: nothing else was ever asked for under this id.
        fails("as-asked", "operation 18 asked for tea", world -> {
            world.operation(18, RoleWorld.ADD, 7, UNKNOWN, 300, 400);
            world.asked.put(18L, "tea");
            RoleWorld.texts(world.dump("old-final")).add(new StateDump.Row("18", "coffee"));
        });
        staysRight(world -> everywhere(
                world, dump -> RoleWorld.texts(dump).add(new StateDump.Row("some other system's", "anything"))));
    }

    @Test
    void withoutWhatWasAskedNothingIsShown() {
        unknown("as-asked", "not known of 1 operations in asked.texts of new-final", world -> world.asked.remove(12L));
        unknown(
                "as-asked",
                "asked.texts of new has nothing of any add",
                world -> RoleWorld.texts(world.dump("new-final")).clear());
        unknown(
                "as-asked",
                "the dump old-final has no texts",
                world -> world.dump("old-final").asked.clear());
        unknown("as-asked", "torn", world -> world.damage.put(EvidencePart.ASKED, "torn"));
    }

    @Test
    void countsLieBetweenWhatIsKnownAndWhatMayBe() {
        fails(
                "count-per-key",
                "key 7 has 0 new rows in counted.moved of new-final, but 1 operations were acknowledged and 0 are unknown",
                world -> RoleWorld.moved(world.dump("new-final")).put(7L, 3L));
        fails(
                "count-per-key",
                "key 7 has 2 new rows",
                world -> RoleWorld.moved(world.dump("old-final")).put(7L, 5L));
        staysRight(world -> {
            world.operation(18, RoleWorld.MOVE, 7, UNKNOWN, 700, 800);
            for (String dump : new String[] {"old-final", "new-final"}) {
                RoleWorld.moved(world.dump(dump)).put(7L, 5L);
            }
            everywhere(world, dump -> RoleWorld.rows(dump, "moves").add(new Dump.Entry(7, 0, 18)));
        });
    }

    @Test
    void countsAreMissedOnlyAtRest() {
        unknown("count-per-key", "quiescence is not proven", world -> {
            world.without(SentinelEvent.class);
            RoleWorld.moved(world.dump("new-final")).put(7L, 3L);
        });
        fails("count-per-key", "key 7 has 2 new rows", world -> {
            world.without(SentinelEvent.class);
            RoleWorld.moved(world.dump("new-final")).put(7L, 5L);
        });
        unknown("count-per-key", "counted.moved was not read of old", world -> world.initialCounts.clear());
        unknown("count-per-key", "torn", world -> world.damage.put(EvidencePart.INITIAL_COUNTS, "torn"));
    }
}
