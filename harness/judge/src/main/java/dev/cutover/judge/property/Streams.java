package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.run.Manifest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Violated by a topic between the systems that lacks an operation that it must carry, or has more of what it may have than its plan allows:
 * operations that its system was only brought by a sync, records for each operation, records out of order. The testbed has read the topic
 * itself, so nobody's own account is needed.
 */
public final class Streams implements Checker {

    @Override
    public String title() {
        return "Each stream carries what its system accepted: all of it, nothing that came from the other, in order and bounded";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return !manifest.obligations().topics().isEmpty();
    }

    @Override
    public @Nullable String nothingToExamine(Evidence evidence) {
        return Acceptance.untold(evidence);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS, EvidencePart.STREAMS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        Acceptance acceptance = new Acceptance(facts, facts.finalLedgers(inquiry));
        boolean rest = Quiescence.proven(facts, inquiry);
        facts.obligations().topics().forEach((name, owed) -> {
            StreamLog log = facts.evidence().streams().get(name);
            String lacks = log == null ? "it was not read" : log.extent().lacks();
            if (log == null || !lacks.isEmpty()) {
                // Without its beginning, what comes first may be a repetition, and what is missing may have been there.
                inquiry.gap("stream " + name + ": " + lacks);
                return;
            }
            StreamAudit audit = new StreamAudit(facts, name, owed, log, acceptance, inquiry);
            if (rest) {
                audit.missing();
            }
            audit.echoes();
            audit.repeated();
            audit.order();
        });
    }
}
