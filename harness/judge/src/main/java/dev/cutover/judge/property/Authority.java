package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Violated by an operation that both systems accepted, neither by way of a sync; and by one that the wrong side accepted ({@link Sides}), where
 * an acknowledged one lies wholly inside an epoch, or one whose client never heard of it was accepted there ({@link Unanswered}). The databases
 * say it, so no bridge can.
 */
public final class Authority implements Checker {

    @Override
    public String title() {
        return "Each write is accepted by one system only: the one that the routing in force gives its key to";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.read(manifest);
    }

    @Override
    public @Nullable String nothingToExamine(Evidence evidence) {
        return Acceptance.untold(evidence);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        History history = facts.history();
        ServedBy[] accepted = new ServedBy[history.size()];
        Arrays.fill(accepted, ServedBy.NOBODY);
        Unanswered unanswered = new Unanswered(facts);
        for (LedgerRows rows : facts.finalLedgers(inquiry)) {
            if (Acceptance.tells(rows.ledger())) {
                accept(facts, rows, accepted, inquiry);
                unanswered.add(rows);
            }
        }
        List<Epoch> epochs = facts.course().epochs();
        if (epochs.isEmpty()) {
            inquiry.gap("no routing was ever declared to be in force");
            return;
        }
        Sides sides = new Sides(facts, i -> history.ok(i) ? accepted[i] : ServedBy.NOBODY, "accepted", inquiry);
        sides.examine(epoch -> unanswered.in(epoch).forEach(i -> sides.did(epoch, i, accepted[i] == ServedBy.NEW)));
    }

    private static void accept(Facts facts, LedgerRows rows, ServedBy[] accepted, Inquiry inquiry) {
        ServedBy here = ServedBy.named(rows.dump().system());
        for (int row = 0; row < rows.size(); row++) {
            int operation = rows.operation(row);
            if (operation >= 0 && rows.ledger().accepted(row)) {
                inquiry.examined(1);
                if (accepted[operation] != ServedBy.NOBODY && accepted[operation] != here) {
                    twice(facts, operation, inquiry);
                }
                accepted[operation] = here;
            }
        }
    }

    private static void twice(Facts facts, int operation, Inquiry inquiry) {
        History history = facts.history();
        inquiry.violation(
                history.key(operation),
                "operation " + history.id(operation) + " of key "
                        + facts.evidence().keyOf(operation)
                        + " was accepted by both systems, by neither from the other",
                () -> facts.describe(operation));
    }
}
