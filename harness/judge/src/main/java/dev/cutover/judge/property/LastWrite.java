package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Manifest;
import java.util.Set;

/**
 * Violated by a register whose value was written by an operation that was refused, of another key, or never invoked; or that returned
 * before an acknowledged write of the same register was invoked. A writer of unknown outcome never returned, so it may have written last.
 */
public final class LastWrite implements Checker {

    @Override
    public String title() {
        return "Every register holds what was written last";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.any(manifest, reads -> !reads.registers().isEmpty());
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean quiescent = Quiescence.proven(facts, inquiry);
        for (StateDump dump : facts.finalDumps(inquiry)) {
            for (LedgerRows register : facts.registers(dump)) {
                RegisterValues values = new RegisterValues(facts, register, inquiry);
                values.writers();
                if (quiescent) {
                    values.last(Long.MAX_VALUE);
                }
            }
        }
        for (StateDump dump : facts.rollbackDumps(inquiry)) {
            facts.registers(dump).forEach(register -> new RegisterValues(facts, register, inquiry).writers());
        }
    }
}
