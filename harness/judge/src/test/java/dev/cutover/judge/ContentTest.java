package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Reads that were answered with the same version: 17 and 18 ask for the same, 19 for something else, all of key 7 at version 3. */
class ContentTest {
    private static final int ASKED = 70;
    private static final int CONTENT = 700;

    private static World world() {
        World world = TinyWorlds.good();
        ContentWorld.compared(world);
        for (int id = 18; id <= 19; id++) {
            world.operation(id, World.READ, 7, Outcome.OK, 3_100, 3_200).by(ServedBy.OLD, 3);
        }
        world.contents.add(new Content(17, ASKED, CONTENT));
        world.contents.add(new Content(18, ASKED, CONTENT));
        world.contents.add(new Content(19, ASKED + 1, CONTENT + 1));
        return world;
    }

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = world();
        change.accept(world);
        Finding finding = world.finding("content");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples()).noneMatch(example -> example.details().isEmpty());
    }

    private static void told(World world, int position, long operation, long question, long content) {
        world.contents.set(position, new Content(operation, question, content));
    }

    private static Operation elsewhere() {
        return Operation.of(18, World.READ, 8, Outcome.OK, 3_100, 3_200);
    }

    @Test
    void theSameAtTheSameVersionIsTheSame() {
        finds(Result.PASS, "1 examined, no violation", world -> {});
        finds(
                Result.FAIL,
                "operation 18 asked for the same as operation 17, and both were answered with version 3 of key 7, but"
                        + " with different content (at /orders)",
                world -> told(world, 1, 18, ASKED, CONTENT - 1));
    }

    @Test
    void whatMayDifferAccusesNobody() {
        Consumer<World> differ = world -> told(world, 1, 18, ASKED, CONTENT - 1);
        finds(Result.UNKNOWN, "nothing was examined", differ.andThen(world -> world.answer(18, ServedBy.OLD, 4)));
        finds(Result.UNKNOWN, "nothing was examined", world -> told(world, 1, 18, ASKED + 2, CONTENT - 1));
        finds(
                Result.UNKNOWN,
                "nothing was examined",
                differ.andThen(world -> world.operations.replaceAll(
                        o -> o.id() == 18 ? World.answered(elsewhere(), ServedBy.OLD.code(), 3) : o)));
    }

    @Test
    void anAnswerWithoutAVersionProvesNothing() {
        finds(Result.UNKNOWN, "nothing was examined", world -> {
            told(world, 1, 18, ASKED, CONTENT - 1);
            world.answer(17, ServedBy.OLD, 0).answer(18, ServedBy.OLD, 0);
        });
    }

    @Test
    void onlyKindsOfWhichThePlanSaysItAreCompared() {
        finds(Result.UNKNOWN, "nothing was examined", world -> {
            told(world, 1, 18, ASKED, CONTENT - 1);
            world.kinds = List.of(
                    World.KINDS.get(World.PLACE),
                    World.KINDS.get(World.PAY),
                    World.KINDS.get(World.READ),
                    new Manifest.Kind("read-customer", Role.READ, null, List.of("at /email")));
        });
    }

    @Test
    void eachThatDiffersFromTheFirstIsNamedWithIt() {
        finds(Result.FAIL, "2 violations; the first: operation 18 asked for the same as operation 17", world -> {
            told(world, 1, 18, ASKED, CONTENT - 1);
            told(world, 2, 19, ASKED, CONTENT - 1);
        });
    }

    @Test
    void withoutWhatWasAnsweredNothingIsKnown() {
        finds(Result.UNKNOWN, "nothing was examined", world -> world.contents.clear());
        finds(
                Result.UNKNOWN,
                "what reads were answered: torn",
                world -> world.damage.put(EvidencePart.CONTENTS, "torn"));
        finds(Result.PASS, "1 examined", world -> world.contents.add(new Content(999, ASKED, 1)));
    }
}
