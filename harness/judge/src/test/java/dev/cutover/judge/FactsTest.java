package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.record.dump.Ledger.Column;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all checkers share: names, ids, tables side by side. */
class FactsTest {

    private static void finds(String checker, Result expected, String saying, World world) {
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        assertThat(finding.message()).contains(saying);
    }

    private static World owing(String system, String table, boolean onlyClients) {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.reads.put(system, Owes.reads(table, onlyClients, "place-order", "pay-order"));
        world.obligations = owes.made();
        return world;
    }

    @Test
    void whatTheManifestDoesNotNameHasItsNumber() {
        Facts facts = new Facts(TinyWorlds.good().evidence());
        assertThat(facts.phase(0)).isEqualTo("only");
        assertThat(facts.phase(1)).isEqualTo("phase 1");
        assertThat(facts.phase(-1)).isEqualTo("phase -1");
        assertThat(facts.kind(World.READ)).isEqualTo("read-orders");
        assertThat(facts.kind(3)).isEqualTo("kind 3");
    }

    @Test
    void anIdThatWasDrawnTwiceIsNamed() {
        World world = TinyWorlds.good().operation(12, World.PLACE, 9, OK, 5_000, 6_000);
        finds("no-duplicate", Result.UNKNOWN, "operation id 12 was invoked twice", world);
    }

    @Test
    void rowsAreCountedUpToAByte() {
        World world = TinyWorlds.good();
        for (int more = 0; more < 130; more++) {
            world.dump("old-final").row(7, 5, 12);
        }
        finds("no-duplicate", Result.FAIL, "operation 12 is 127 times in", world);
    }

    @Test
    void theBootstrapEndsWithItsOwnStep() {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.bootstrap = true;
        world.obligations = owes.made();
        world.event(0, new StepEvent.Ended(Step.ENVIRONMENT, 1, ""));
        finds("agreement", Result.UNKNOWN, "the bootstrap did not end, so what is missing in a final state", world);
        finds("agreement", Result.PASS, "", world.event(0, new StepEvent.Ended(Step.BOOTSTRAP, 1, "")));
    }

    @Test
    void aTableThatIsNotOwedIsNotLookedAt() {
        finds("no-acknowledged-loss", Result.UNKNOWN, "the dump new-final has no book", owing("new", "book", true));
    }

    @Test
    void withoutPositionsTablesAgreeAsSets() {
        World world = TinyWorlds.good();
        world.dumps.values().forEach(dump -> dump.known.retainAll(Set.of(Column.KEY)));
        Collections.reverse(world.dump("new-final").ledger);
        finds("agreement", Result.PASS, "", world);
        world.dump("new-final").row(7, 9, 11);
        finds("agreement", Result.FAIL, "the ledger of key 7 differs at row 2", world);
    }

    @Test
    void versionsAreComparedWhereBothGiveThem() {
        for (String silent : new String[] {"old-final", "new-final"}) {
            World world = TinyWorlds.good();
            world.dump("new-final").ledger.set(0, new Dump.Entry(7, 9, 11));
            finds("agreement", Result.FAIL, "the ledger of key 7 differs at row 1", world);
            world.dump(silent).known.remove(Column.VERSION);
            finds("agreement", Result.PASS, "", world);
        }
    }

    @Test
    void rowsOfNobodyAreComparedWhereBothAreTheWholeStory() {
        World whole = owing("new", "ledger", true);
        whole.dump("old-final").row(9, 0, 0);
        finds("agreement", Result.FAIL, "the ledger of key 9 differs at row 1", whole);
        for (String system : new String[] {"old", "new"}) {
            World world = owing(system, "ledger", false);
            world.dump("old-final").row(9, 0, 0);
            finds("agreement", Result.PASS, "", world);
        }
    }
}
