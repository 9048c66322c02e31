package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.Set;

/**
 * Violated by an acknowledged write of which a final state lacks what it owes ({@link Due}).
 * Only a proven quiescence makes "missing" final; without it nobody is accused.
 */
public final class NoAcknowledgedLoss implements Checker {

    @Override
    public String title() {
        return "Every acknowledged write is in the final state of every system that owes it";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.read(manifest);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean quiescent = Quiescence.proven(facts, inquiry);
        facts.finalDumps(inquiry)
                .forEach(dump -> new Due(facts, dump).look(operation -> true, (operation, table, absence, kept) -> {
                    inquiry.examined(1);
                    if (quiescent && !kept) {
                        violation(facts, operation, table, absence, inquiry);
                    }
                }));
        subjects(facts, inquiry);
    }

    private static void violation(Facts facts, int operation, LedgerRows table, boolean absence, Inquiry inquiry) {
        String system = table.dump().system();
        String how = absence
                ? ", but what it deleted is still in the " + table.table() + " of " + system
                : ", but " + system + " has lost it";
        inquiry.violation(
                facts.history().key(operation),
                "operation " + facts.history().id(operation) + " was acknowledged" + how,
                () -> facts.describe(operation));
    }

    /** A delete of which nobody knows what it was about owes something that nobody can look for. */
    private static void subjects(Facts facts, Inquiry inquiry) {
        History history = facts.history();
        for (Manifest.Kind kind : facts.evidence().manifest().kinds()) {
            if (facts.obligations().reads().values().stream().noneMatch(reads -> reads.onlyByAbsence(kind))) {
                continue;
            }
            long unknown = 0;
            for (int i = 0; i < history.size(); i++) {
                unknown += history.ok(i)
                                && facts.kindOf(i).equals(kind)
                                && facts.deletes().subject(i) < 0
                        ? 1
                        : 0;
            }
            if (unknown > 0) {
                inquiry.gap(unknown + " acknowledged " + kind.name() + " do not say what they deleted");
            }
        }
    }
}
