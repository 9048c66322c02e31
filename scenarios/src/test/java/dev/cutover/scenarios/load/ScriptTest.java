package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cutover.record.journal.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final int SESSIONS = 4_000;

    @Test
    void sessionsAreTwoToEightOperationsLongAndFiveOnAverage() {
        List<List<Operation>> sessions = IntStream.range(0, SESSIONS)
                .mapToObj(session -> play(3, session))
                .toList();
        assertThat(sessions).allSatisfy(session -> assertThat(session).hasSizeBetween(2, 8));
        assertThat(sessions.stream().mapToInt(List::size).average().orElseThrow())
                .isCloseTo(Script.MEAN_LENGTH, within(0.15));
        EnumSet<ShopOperation> kinds = EnumSet.noneOf(ShopOperation.class);
        sessions.forEach(session -> session.forEach(operation -> kinds.add(operation.kind())));
        assertThat(kinds).containsExactlyInAnyOrder(ShopOperation.values());
    }

    @Test
    void aSessionStaysWithinItsHousehold() {
        assertThat(IntStream.range(0, 500).mapToObj(session -> play(7, session)).flatMap(List::stream))
                .allSatisfy(operation -> {
                    assertThat(operation.customer()).isBetween(19L, 21L);
                    assertThat(operation.body()).contains("\"hhNo\":7");
                });
    }

    @Test
    void theSeedSaysWhatASessionDoes() {
        assertThat(play(7, 1)).isEqualTo(play(7, 1)).isNotEqualTo(play(7, 2));
    }

    private static List<Operation> play(int household, int seed) {
        Shopper shopper = new Shopper(new HotHouseholds.Household(household, false), new SplittableRandom(seed));
        Script script = new Script(shopper);
        List<Operation> played = new ArrayList<>();
        while (script.hasNext()) {
            Operation operation = script.next(played.size() + 1);
            shopper.learn(operation, Outcome.OK, new Answer(0, 1, 100_000_001, "a@h7.example"));
            played.add(operation);
        }
        return played;
    }
}
