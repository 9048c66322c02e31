package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import java.util.Set;

/**
 * Violated by an acknowledged write that is missing from the final ledger of a system that owes it.
 * Only a proven quiescence makes "missing" final; without it nobody is accused.
 */
public final class NoAcknowledgedLoss implements Checker {

    @Override
    public String title() {
        return "Every acknowledged write is in the final ledger of every system that owes it";
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean quiescent = Quiescence.proven(facts, inquiry);
        for (LedgerRows ledger : facts.finalLedgers(inquiry)) {
            check(facts, ledger, quiescent, inquiry);
        }
    }

    private static void check(Facts facts, LedgerRows ledger, boolean quiescent, Inquiry inquiry) {
        History history = facts.history();
        long examined = 0;
        for (int i = 0; i < history.size(); i++) {
            if (!history.ok(i) || !history.isWrite(i)) {
                continue;
            }
            examined++;
            if (quiescent && ledger.times(i) == 0) {
                int lost = i;
                inquiry.violation(
                        "operation " + history.id(i) + " was acknowledged, but "
                                + ledger.dump().system() + " has lost it",
                        () -> facts.describe(lost));
            }
        }
        inquiry.examined(examined);
    }
}
