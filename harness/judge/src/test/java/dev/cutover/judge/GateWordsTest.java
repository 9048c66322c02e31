package dev.cutover.judge;

import static dev.cutover.judge.ThreePhases.MS;
import static dev.cutover.judge.ThreePhases.SECOND;
import static dev.cutover.judge.ThreePhases.at;
import static dev.cutover.judge.ThreePhases.gates;
import static dev.cutover.judge.ThreePhases.lost;
import static dev.cutover.judge.ThreePhases.run;
import static dev.cutover.judge.ThreePhases.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the gates against the baseline show a person: what was found, the limit, and what it is held against. */
class GateWordsTest {

    /** Everything acknowledged after 20 ms, all of one kind and of one key. */
    private static Operation even(Operation o) {
        return of(3, o);
    }

    private static Operation of(int key, Operation o) {
        Operation same = Operation.of(o.id(), World.PLACE, key, Outcome.OK, o.invokedNs(), o.endedNs());
        return with(same, Outcome.OK, 20 * MS, 1, 0, Cause.NONE);
    }

    private static Iterable<String> shown(UnaryOperator<Operation> change) {
        return gates(run(o -> change.apply(even(o)))).stream()
                .map(GateWordsTest::words)
                .toList();
    }

    private static String words(Gate gate) {
        return String.join(
                " | ", gate.result().name(), gate.gate(), gate.phase(), gate.value(), gate.limit(), gate.detail());
    }

    @Test
    void aSteadyRunIsShownWithWhatItIsHeldAgainst() {
        // 999 operations before second 10, of which the last two were under way when the change was asked for.
        assertThat(shown(o -> o))
                .containsExactly(
                        "PASS | p99-against-baseline | old-only | 20 ms | 900 ms | longer: 0.0 % of 997 answers;"
                                + " baseline 20 ms",
                        "PASS | p99-against-baseline | half | 20 ms | 480 ms | longer: 0.0 % of 947 answers; baseline"
                                + " 20 ms",
                        "PASS | p99-against-baseline | new-only | 20 ms | 480 ms | longer: 0.0 % of 950 answers;"
                                + " baseline 20 ms",
                        "PASS | unknown-against-baseline | old-only | 0.0 % of 999 | 5.0 % | baseline 0.0 % of 999",
                        "PASS | unknown-against-baseline | half | 0.0 % of 1000 | 2.5 % | baseline 0.0 % of 999",
                        "PASS | unknown-against-baseline | new-only | 0.0 % of 1001 | 2.5 % | baseline 0.0 % of 999",
                        "PASS | refused-against-baseline | half | place-order 0.0 % of 1000 | 2.2 % | baseline 0.0 %"
                                + " of 999",
                        "PASS | refused-against-baseline | new-only | place-order 0.0 % of 1001 | 2.2 % | baseline 0.0"
                                + " % of 999",
                        "PASS | refused-against-baseline |  | 0.0 % of 0 | 1.5 % | of kinds that are refused at all;"
                                + " expected 0.0 % from before keys could leave old",
                        "PASS | longest-without-ok |  | 0 ms | 5000 ms | 1 keys",
                        "PASS | attempts-against-baseline | half | 0.0 % of 947 sent again | 5.5 % | baseline 0.0 % of"
                                + " 997",
                        "PASS | attempts-against-baseline | new-only | 0.0 % of 950 sent again | 5.5 % | baseline 0.0"
                                + " % of 997");
    }

    @Test
    void whatWasMissedIsShownToo() {
        assertThat(shown(o -> at(o, 22, 27) ? lost(o, 0, Cause.TIMEOUT) : o))
                .contains(
                        "FAIL | unknown-against-baseline | new-only | 50.0 % of 1001 | 2.5 % | baseline 0.0 % of 999");
    }

    /** The last answer before came at 22.01, and whoever was sent until then had not been kept waiting. */
    @Test
    void aKeyMayGoUnansweredUpToTheLimit() {
        assertThat(shown(o -> o.id() >= 2_200 && o.id() < 2_700 ? lost(o, 0, Cause.TIMEOUT) : o))
                .contains("PASS | longest-without-ok |  | 5000 ms | 5000 ms | key 3");
        assertThat(shown(o -> o.id() >= 2_200 && o.id() <= 2_700 ? lost(o, 0, Cause.TIMEOUT) : o))
                .contains("FAIL | longest-without-ok |  | 5010 ms | 5000 ms | key 3");
    }

    @Test
    void aKeyThatFewAskedForWasNotKeptWaiting() {
        assertThat(shown(o -> unansweredFrom2200(o, 2_206)))
                .contains("PASS | longest-without-ok |  | 4040 ms | 5000 ms | key 3");
        assertThat(shown(o -> unansweredFrom2200(o, 2_205)))
                .contains("PASS | longest-without-ok |  | 0 ms | 5000 ms | 2 keys");
    }

    /** The operations up to this one; all later ones are of another key. */
    private static Operation unansweredFrom2200(Operation o, long last) {
        if (o.id() > last) {
            return of(4, o);
        }
        return o.id() >= 2_200 ? lost(o, 0, Cause.TIMEOUT) : o;
    }

    @Test
    void aKeyIsJudgedIfFiveOperationsAskedForIt() {
        assertThat(shown(o -> o.id() > 2_996 ? of(4, o) : o))
                .contains("PASS | longest-without-ok |  | 0 ms | 5000 ms | 1 keys");
        assertThat(shown(o -> o.id() > 2_995 ? of(4, o) : o))
                .contains("PASS | longest-without-ok |  | 0 ms | 5000 ms | 2 keys");
    }

    /** Of the five last operations, which nobody answered, four were of one key and one of another. */
    @Test
    void whatOneKeyLacksDoesNotCountForAnother() {
        assertThat(shown(o -> o.id() > 2_995 ? lost(o.id() == 3_000 ? of(4, o) : o, 0, Cause.TIMEOUT) : o))
                .contains("PASS | longest-without-ok |  | 0 ms | 5000 ms | 1 keys");
    }

    /** Of 499 of 999 and 1,000 of 2,001, four standard deviations are 7.7 %. */
    @Test
    void manyRefusalsMayBeMoreByChance() {
        assertThat(shown(o -> o.id() % 2 == 0 ? with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0) : o))
                .anyMatch(words -> words.startsWith("PASS | refused-against-baseline |  | 50.0 % of 2001 | 57.7 %"));
    }

    @Test
    void moreThanOneInAHundredSlowAnswersAreTooMany() {
        assertThat(shown(o -> o.id() >= 2_200 && o.id() % 20 == 0 ? with(o, Outcome.OK, SECOND, 1, 0, 0) : o))
                .anyMatch(words ->
                        words.startsWith("FAIL | p99-against-baseline | new-only | 1000 ms | 480 ms | longer: 4.3 %"));
    }
}
