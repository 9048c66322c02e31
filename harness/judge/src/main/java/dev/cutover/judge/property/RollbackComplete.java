package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Obligations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an acknowledged write that had returned before the old system's state was read at the instant a rollback was declared
 * complete, and is not in that state. No straggler is waited for: who declares too early has lost these writes for whoever reads now.
 */
public final class RollbackComplete implements Checker {

    @Override
    public String title() {
        return "When a rollback is declared complete, every write acknowledged until then is there";
    }

    @Override
    public boolean owed(Obligations obligations) {
        return obligations.rollbacks() > 0;
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (StateDump dump : facts.rollbackDumps(inquiry)) {
            check(facts, facts.ledger(dump), inquiry);
        }
    }

    private static void check(Facts facts, LedgerRows rows, Inquiry inquiry) {
        History history = facts.history();
        StateDump dump = rows.dump();
        for (int i = 0; i < history.size(); i++) {
            if (!owes(history, i, dump)) {
                continue;
            }
            inquiry.examined(1);
            if (rows.times(i) == 0) {
                int lost = i;
                inquiry.violation(
                        "operation " + history.id(i)
                                + " was acknowledged before the rollback was declared complete, but is not in "
                                + dump.name(),
                        () -> details(facts, lost, dump));
            }
        }
    }

    /** Whether the dump of a declared rollback must hold this operation. */
    public static boolean owes(History history, int i, StateDump dump) {
        return history.ok(i) && history.isWrite(i) && history.returnedNs(i) < dump.invokedNs();
    }

    private static Map<String, Object> details(Facts facts, int lost, StateDump dump) {
        Map<String, Object> details = new LinkedHashMap<>(facts.describe(lost));
        details.put("dumpInvokedNs", dump.invokedNs());
        details.put("acknowledgedBeforeMs", (dump.invokedNs() - facts.history().returnedNs(lost)) / 1e6);
        return details;
    }
}
