package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cutover.rehearse.load.Expected;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sessions of the shipped plan's load. */
class ScriptTest {
    private static final int SESSIONS = 8_000;
    private static final LoadModel LOAD = ReferenceLoad.load();
    private static final Stories STORIES = new Stories(LOAD, Operation.of(LOAD));
    private static final Received ANSWER =
            Received.of("{\"rc\":0,\"ver\":1,\"ordNo\":100000001,\"email\":\"a@h7.example\"}", Map.of());

    @Test
    void sessionsAreAsLongAsTheyWereToBe() {
        assertThat(IntStream.rangeClosed(2, 8))
                .allSatisfy(
                        length -> assertThat(play(7, length, length, ANSWER)).hasSize(length));
    }

    @Test
    void operationsComeAsOftenAsTheStoriesSay() {
        Map<String, Double> counts = new HashMap<>();
        double all = 0;
        for (int session = 0; session < SESSIONS; session++) {
            for (Call call : play(7, 2 + session % 7, session, ANSWER)) {
                counts.merge(call.operation().name(), 1.0, Double::sum);
                all++;
            }
        }
        double total = all;
        Map<String, Double> expected = Expected.shares(LOAD);
        assertThat(counts.keySet()).isEqualTo(expected.keySet());
        counts.forEach((name, count) ->
                assertThat(count / total).as(name).isCloseTo(expected.getOrDefault(name, 0.0), within(0.01)));
    }

    @Test
    void aSessionStaysWithItsKey() {
        assertThat(IntStream.range(0, 500)
                        .mapToObj(session -> play(7, 5, session, ANSWER))
                        .flatMap(List::stream))
                .allSatisfy(call -> assertThat(call.body())
                        .contains("\"hhNo\":7,", "\"opId\":\"" + call.id() + "\"")
                        .containsAnyOf(":19", ":20", ":21", "\"ordNo\":"));
    }

    @Test
    void theSeedSaysWhatASessionDoes() {
        assertThat(bodies(1)).isEqualTo(bodies(1)).isNotEqualTo(bodies(2));
    }

    @Test
    void whoKnowsNoOrderLooksForOne() {
        Received nothing = Received.of("{\"rc\":0}", Map.of());
        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(session -> play(7, 8, session, nothing))
                        .flatMap(List::stream))
                .allSatisfy(call -> assertThat(call.operation().name()).isNotIn("delete-order", "recreate-order"));
    }

    @Test
    void whatIsAboutAnOrderSaysWhichOperationMadeIt() {
        for (int session = 0; session < 500; session++) {
            Map<String, Long> last = new HashMap<>();
            for (Call call : play(7, 8, session, ANSWER)) {
                if (call.operation().name().equals("delete-order")) {
                    assertThat(call.subject())
                            .isEqualTo(last.getOrDefault("place-order", 0L))
                            .isPositive();
                }
                if (call.operation().name().startsWith("read-")) {
                    assertThat(call.subject()).isZero();
                }
                last.put(call.operation().name(), call.id());
            }
        }
    }

    private static List<String> bodies(int seed) {
        return play(7, 8, seed, ANSWER).stream().map(Call::body).toList();
    }

    private static List<Call> play(int key, int length, int seed, Received answer) {
        Map<String, String> values =
                Map.of("key", "" + key, "c1", "" + (3 * key - 2), "c2", "" + (3 * key - 1), "c3", "" + 3 * key);
        Script script =
                new Script(STORIES, new Keys.Key(key, seed % 2 == 0, values), length, new SplittableRandom(seed));
        List<Call> played = new ArrayList<>();
        while (script.hasNext()) {
            Call call = script.next(played.size() + 1);
            script.learn(call, answer);
            played.add(call);
        }
        return played;
    }
}
