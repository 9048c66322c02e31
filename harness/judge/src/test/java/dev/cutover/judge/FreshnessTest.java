package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static dev.cutover.record.journal.Outcome.REFUSED;
import static dev.cutover.record.journal.Outcome.UNKNOWN;
import static dev.cutover.record.journal.ServedBy.NEW;
import static dev.cutover.record.journal.ServedBy.NOBODY;
import static dev.cutover.record.journal.ServedBy.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static void finds(Result expected, String saying, Consumer<World> change) {
        World world = TinyWorlds.good();
        change.accept(world);
        Finding finding = world.finding("freshness");
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
        assertThat(finding.examples()).noneMatch(example -> example.details().isEmpty());
    }

    @Test
    void whatWasSeenIsNeverUnseen() {
        finds(Result.PASS, "no violation", world -> {});
        finds(
                Result.FAIL,
                "operation 17 was answered with version 2 of key 7, but operation 13 had returned with version 3",
                world -> world.answer(17, NEW, 2));
        finds(
                Result.FAIL,
                "operation 19 was answered with version 3 of key 7, but operation 18 had returned with version 4",
                world -> world.operation(18, World.READ, 7, OK, 3_100, 3_200)
                        .by(NEW, 4)
                        .operation(19, World.READ, 7, OK, 3_300, 3_400)
                        .by(OLD, 3));
    }

    @Test
    void aWriteIsNewerThanAllThatWasSeenBeforeItWasInvoked() {
        finds(
                Result.FAIL,
                "operation 12 was answered with version 1",
                world -> world.answer(12, NEW, 1).dumps.values().forEach(dump -> dump.ledger.clear()));
        finds(
                Result.PASS,
                "no violation",
                world -> world.operation(18, World.READ, 7, OK, 320, 450).by(NEW, 1));
    }

    @Test
    void onlyWhatHadReturnedCounts() {
        // 13 was still under way, and 15 never answered.
        finds(
                Result.PASS,
                "no violation",
                world -> world.operation(18, World.READ, 7, OK, 500, 550).by(NEW, 2));
        finds(
                Result.FAIL,
                "operation 18",
                world -> world.operation(18, World.READ, 7, OK, 501, 550).by(NEW, 2));
        finds(
                Result.PASS,
                "no violation",
                world -> world.operation(18, World.PLACE, 7, UNKNOWN, 4_000, 5_000)
                        .by(NEW, 1));
    }

    @Test
    void anAcknowledgedWriteHasTheVersionOfItsLedgerRow() {
        finds(
                Result.FAIL,
                "operation 21 was answered with version 2 of key 8, which is not its version in the ledger of"
                        + " old-final",
                world -> world.answer(21, OLD, 2));
        // A row too many is the business of another check.
        finds(Result.PASS, "no violation", world -> world.dump("old-final").row(8, 2, 21));
    }

    @Test
    void withoutVersionsNothingIsKnown() {
        finds(
                Result.UNKNOWN,
                "nothing was examined",
                world -> world.operations.replaceAll(o -> World.answered(o, NOBODY.code(), 0)));
        finds(Result.PASS, "no violation", world -> world.answer(17, NEW, 0));
        finds(Result.UNKNOWN, "the final state of old was not read", world -> world.dumps.remove("old-final"));
    }

    @Test
    void theFirstThatHadReturnedWithAVersionIsNamed() {
        finds(
                Result.FAIL,
                "but operation 13 had returned with version 3",
                world -> world.answer(17, NEW, 2)
                        .operation(18, World.READ, 7, OK, 510, 560)
                        .by(NEW, 3));
    }

    @Test
    void examplesComeKeyByKey() {
        finds(
                Result.FAIL,
                "2 violations; the first: operation 33",
                world -> world.operation(31, World.READ, 8, OK, 3_100, 3_200)
                        .by(OLD, 3)
                        .operation(32, World.READ, 8, OK, 3_300, 3_400)
                        .by(OLD, 2)
                        .operation(33, World.READ, 7, OK, 5_000, 5_100)
                        .by(NEW, 1));
    }

    @Test
    void onlyAnAcknowledgementGivesAVersion() {
        finds(
                Result.PASS,
                "no violation",
                world -> world.operation(18, World.READ, 7, REFUSED, 510, 520).by(NEW, 9));
    }

    @Test
    void aWriteWithoutARowIsTheBusinessOfAnotherCheck() {
        finds(
                Result.PASS,
                "no violation",
                world -> world.dump("old-final").ledger.removeIf(entry -> entry.operation() == 12));
    }
}
