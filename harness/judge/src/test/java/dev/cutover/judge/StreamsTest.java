package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StreamsTest {

    /** Old accepted 1 and 2 of one key, new 3 and 4 of it; each is on the stream from there. */
    private static World world() {
        World world = new World();
        world.dumps.values().forEach(dump -> dump.known.add(Ledger.Column.ACCEPTED));
        for (int id = 1; id <= 4; id++) {
            world.operation(id, World.PLACE, 7, OK, 100L * id, 100L * id + 50);
            world.dump("old-final").row(7, id, id);
            world.dump("new-final").row(7, id, id);
            world.dump(id <= 2 ? "old-final" : "new-final").accepted.add((long) id);
        }
        StreamWorld.owes(world, true, 0.0, 2.0);
        carry(world, "old", 1, 2);
        carry(world, "new", 3, 4);
        return world;
    }

    private static void carry(World world, String stream, long... operations) {
        List<StreamLog.Entry> entries = new ArrayList<>();
        for (long operation : operations) {
            entries.add(new StreamLog.Entry(0, entries.size(), operation));
        }
        StreamWorld.saved(world, stream, entries);
    }

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = world();
        change.accept(world);
        Finding finding = world.finding("streams");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples()).noneMatch(example -> example.details().isEmpty());
    }

    @Test
    void carriesAllThatItsSystemAccepted() {
        finds(Result.PASS, "8 examined", world -> {});
        finds(
                Result.FAIL,
                "stream new: operation 3 of key 7 was accepted by new, but no record of its stream names it",
                world -> carry(world, "new", 4));
    }

    @Test
    void repetitionsAndMarkersAreRight() {
        finds(Result.PASS, "no violation", world -> carry(world, "old", 1, 0, 2, 90, 1, 2));
    }

    @Test
    void moreRepetitionsThanThePlanAllowsAreNot() {
        finds(
                Result.FAIL,
                "stream old has 5 records for 2 operations, at most 2.0 for each are allowed",
                world -> carry(world, "old", 1, 2, 2, 2, 2));
    }

    @Test
    void whatASyncBroughtDoesNotGoBack() {
        finds(
                Result.FAIL,
                "stream new: operation 1 of key 7 was brought to new by a sync",
                world -> carry(world, "new", 1, 3, 4));
        finds(Result.PASS, "no violation", world -> {
            StreamWorld.owes(world, true, 0.4, 2.0);
            carry(world, "new", 1, 3, 4);
        });
        finds(Result.PASS, "no violation", world -> {
            StreamWorld.owes(world, true, null, null);
            carry(world, "new", 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4);
        });
    }

    /** Its client asked again, and new may have answered from its ledger and told of it once more. */
    @Test
    void whatWasSentAgainMayHaveReachedBoth() {
        finds(Result.PASS, "no violation", world -> {
            carry(world, "new", 1, 3, 4);
            world.operations.replaceAll(o -> o.id() == 1 ? TinyWorlds.attempts(o, 2) : o);
        });
    }

    @Test
    void comesInTheOrderOfItsKey() {
        finds(Result.FAIL, "operation 3 of key 7 comes with version 3 after 4", world -> carry(world, "new", 4, 3));
        finds(Result.PASS, "no violation", world -> {
            StreamWorld.owes(world, false, 0.0, 2.0);
            carry(world, "new", 4, 3);
        });
    }

    @Test
    void aCopyBringsWhatCameBeforeIt() {
        Consumer<World> copied = world -> {
            Owes owes = Owes.like(world.obligations);
            owes.bootstrap = true;
            world.obligations = owes.made();
            world.event(150, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
        };
        finds(Result.PASS, "no violation", copied.andThen(world -> carry(world, "old", 2)));
        finds(Result.FAIL, "operation 2 of key 7", copied.andThen(world -> carry(world, "old", 1)));
    }

    @Test
    void ofWhatWasCutOffNothingIsSaid() {
        finds(
                Result.UNKNOWN,
                "stream old: partition 0 was read from 1 to 1",
                world -> world.streams.put(
                        "old", new StreamLog(StreamWorld.extent(1, 1), List.of(new StreamLog.Entry(0, 1, 3)))));
        finds(
                Result.UNKNOWN,
                "stream old: its cleanup.policy is compact",
                world -> world.streams.put(
                        "old",
                        new StreamLog(
                                new StreamLog.Extent("t", "compact", 0, List.of(new StreamLog.Part(0, 0, 0, 0))),
                                List.of())));
        finds(Result.UNKNOWN, "torn", world -> world.damage.put(EvidencePart.STREAMS, "torn"));
    }

    @Test
    void whatIsUnderWayMayStillCome() {
        finds(Result.UNKNOWN, "quiescence is not proven", world -> {
            world.without(SentinelEvent.class);
            carry(world, "new", 4);
        });
    }

    @Test
    void whereNoRecordNamesAnythingThePlanMayBeWrong() {
        finds(
                Result.UNKNOWN,
                "stream new: none of its 2 records names an operation of this run",
                world -> carry(world, "new", 0, 0));
    }

    @Test
    void isNotExaminedWhereNoRowSaysWhoAcceptedIt() {
        World world = world();
        world.dump("old-final").known.remove(Ledger.Column.ACCEPTED);
        assertThat(Judge.judge(world.evidence()).notExamined())
                .anyMatch(left -> left.property().equals("streams"));
    }
}
