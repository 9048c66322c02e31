package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {

    /** Three customers' memos, the same in all three states of old; new has none. */
    private static World world() {
        World world = new World();
        Owes owes = new Owes();
        owes.reads.put("old", Owes.keeping(owes.of("old"), "memo"));
        world.obligations = owes.made();
        List<String> inOrder = List.of("old-initial", "old-kept", "old-final");
        for (int state = 0; state < inOrder.size(); state++) {
            world.dump(inOrder.get(state)).invokedNs = 100L * state;
            memos(world, inOrder.get(state), "one", "two", "three");
        }
        return world;
    }

    private static void memos(World world, String dump, String... texts) {
        world.dump(dump)
                .kept
                .put(
                        "memo",
                        IntStream.range(0, texts.length)
                                .mapToObj(key -> new StateDump.Row(Integer.toString(key + 1), texts[key]))
                                .toList());
    }

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = world();
        change.accept(world);
        Finding finding = world.finding("kept");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
    }

    @Test
    void whatStaysIsRight() {
        finds(Result.PASS, "6 examined", world -> {});
    }

    @Test
    void whatWasWipedIsNot() {
        finds(
                Result.FAIL,
                "memo 2 of old was two, but is \\N in old-final",
                world -> memos(world, "old-final", "one", "\\N", "three"));
    }

    @Test
    void norWhatHasComeBackSince() {
        finds(
                Result.FAIL,
                "2 violations; the first: memo 2 of old was two, but is 2 in old-kept",
                world -> memos(world, "old-kept", "one", "2", "three"));
    }

    @Test
    void whoComesOrGoesAccusesNobody() {
        finds(Result.PASS, "4 examined", world -> {
            memos(world, "old-initial", "one");
            memos(world, "old-final", "one", "two", "three", "four");
        });
    }

    @Test
    void aStateThatWasNotReadShowsNothing() {
        finds(Result.UNKNOWN, "the dump old-kept is incomplete", world -> world.dump("old-kept").complete = false);
    }
}
