package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import java.util.List;
import java.util.Set;

/**
 * Violated, by an operation that lies wholly inside an epoch, if the wrong side gave its answer ({@link Sides}). Only acknowledgements and
 * refusals of old and new count; what the bridge says itself, and what nobody signed, proves nothing.
 */
public final class Routing implements Checker {
    @Override
    public String title() {
        return "Each key is served by the side that the routing in force gives it to";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().servedBy();
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        List<Epoch> epochs = facts.course().epochs();
        Sides sides = new Sides(facts, operation -> signed(facts.history(), operation), "served", inquiry);
        if (epochs.isEmpty()) {
            inquiry.gap("no routing was ever declared to be in force");
        } else if (!sides.known()) {
            inquiry.gap("no answer names the system that gave it, so nobody knows who serves a key");
        } else {
            sides.examine();
        }
    }

    private static ServedBy signed(History history, int operation) {
        return history.unknown(operation) ? ServedBy.NOBODY : history.servedBy(operation);
    }
}
