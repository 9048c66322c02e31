package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    /** Old from 0, new from 1,000: a write of key 1 and of key 2 in each, accepted where they should be. */
    private static World course() {
        World world = new World();
        world.without(RoutingEvent.class);
        world.routing(0, RoutingMode.OLD, 0).routing(1_000, RoutingMode.NEW, 1);
        world.dumps.values().forEach(dump -> dump.known.add(Ledger.Column.ACCEPTED));
        for (int operation = 1; operation <= 4; operation++) {
            long at = operation <= 2 ? 100 * operation : 1_000 + 100 * operation;
            int key = operation % 2 + 1;
            int version = (operation + 1) / 2;
            world.operation(operation, World.PLACE, key, OK, at, at + 50);
            world.dump("old-final").row(key, version, operation);
            world.dump("new-final").row(key, version, operation);
            accept(world, operation <= 2 ? "old" : "new", operation);
        }
        return world;
    }

    private static void accept(World world, String system, long operation) {
        world.dump(system + "-final").accepted.add(operation);
    }

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = course();
        change.accept(world);
        Finding finding = world.finding("authority");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples()).noneMatch(example -> example.details().isEmpty());
    }

    @Test
    void oneSystemAcceptsEachWrite() {
        finds(Result.PASS, "8 examined", world -> {});
        finds(Result.FAIL, "operation 3 of key 2 was accepted by both systems", world -> accept(world, "old", 3));
    }

    @Test
    void itIsTheOneOfTheRoutingInForce() {
        finds(Result.FAIL, "in mode new operation 3 of key 2 was accepted by old", world -> {
            world.dump("new-final").accepted.remove(3L);
            accept(world, "old", 3);
        });
    }

    /** Of key 1 old has accepted operation 2 before the cutover, and new operation 4 after it. */
    @Test
    void anUnansweredOneWasAcceptedWhereItStands() {
        finds(Result.PASS, "no violation", world -> unanswered(world, "old", 300, 1));
        finds(Result.PASS, "no violation", world -> unanswered(world, "old", 300, 2));
        finds(
                Result.FAIL,
                "in mode new operation 5 of key 1 was accepted by old",
                world -> unanswered(world, "old", 300, 3));
        finds(Result.PASS, "no violation", world -> unanswered(world, "new", 300, 3));
        finds(
                Result.FAIL,
                "in mode old operation 5 of key 1 was accepted by new",
                world -> unanswered(world, "new", 50, 1));
        finds(
                Result.FAIL,
                "in mode new operation 5 of key 1 was accepted by old",
                world -> unanswered(world, "old", 1_100, 2));
    }

    @Test
    void whenAnUnansweredOneWasAcceptedNobodyKnowsWithoutAnOrder() {
        finds(Result.PASS, "no violation", world -> {
            unanswered(world, "old", 300, 3);
            world.dumps.values().forEach(dump -> dump.known.remove(Ledger.Column.KEY));
        });
        finds(Result.PASS, "no violation", world -> {
            unanswered(world, "old", 300, 3);
            world.dumps.values().forEach(dump -> {
                dump.known.remove(Ledger.Column.POSITION);
                dump.known.remove(Ledger.Column.VERSION);
            });
        });
        finds(Result.FAIL, "operation 5 of key 1 was accepted by both systems", world -> {
            unanswered(world, "old", 300, 2);
            accept(world, "new", 5);
        });
    }

    /** Operation 5 of key 1, asked for at this instant and accepted as the key's first, second or third, whose client heard nothing. */
    private static void unanswered(World world, String system, long asked, int place) {
        world.operation(5, World.PLACE, 1, UNKNOWN, asked, asked + 50);
        for (String state : List.of("old-final", "new-final")) {
            List<Dump.Entry> rows = world.dump(state).ledger;
            List<Dump.Entry> others =
                    rows.stream().filter(row -> row.key() == 1).toList();
            rows.removeAll(others);
            List<Long> operations =
                    new ArrayList<>(others.stream().map(Dump.Entry::operation).toList());
            operations.add(place - 1, 5L);
            for (int i = 0; i < operations.size(); i++) {
                world.dump(state).row(1, i + 1, operations.get(i));
            }
        }
        accept(world, system, 5);
    }

    @Test
    void aRowThatNobodyAcceptedAccusesNobodyButShowsNothing() {
        finds(
                Result.UNKNOWN,
                "in mode new new accepted 0 acknowledged writes, needs 1",
                world -> world.dump("new-final").accepted.clear());
    }

    @Test
    void isNotExaminedWhereASystemDoesNotSay() {
        World world = course();
        world.dump("old-final").known.remove(Ledger.Column.ACCEPTED);
        assertThat(Judge.judge(world.evidence()).notExamined())
                .anyMatch(left -> left.property().equals("authority")
                        && left.because().equals("no row of old says by 'accepted' whether it was accepted there"));
    }
}
