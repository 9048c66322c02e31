package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an acknowledged write that had returned before the old system's state was read at the instant a rollback was declared
 * complete, and of which that state lacks what it owes ({@link Due}; of a register, the last value). No straggler is waited for: who declares too early has lost these writes for whoever reads now.
 */
public final class RollbackComplete implements Checker {

    @Override
    public String title() {
        return "When a rollback is declared complete, every write acknowledged until then is there";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().rollbacks() > 0;
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (StateDump dump : facts.rollbackDumps(inquiry)) {
            check(facts, dump, inquiry);
            for (LedgerRows register : facts.registers(dump)) {
                new RegisterValues(facts, register, inquiry).last(dump.invokedNs());
            }
        }
    }

    private static void check(Facts facts, StateDump dump, Inquiry inquiry) {
        History history = facts.history();
        new Due(facts, dump).look(operation -> due(history, operation, dump), (operation, table, absence, kept) -> {
            inquiry.examined(1);
            if (!kept) {
                inquiry.violation(
                        history.key(operation),
                        "operation " + history.id(operation)
                                + " was acknowledged before the rollback was declared complete, but "
                                + (absence ? "what it deleted is still in " : "is not in ") + dump.name(),
                        () -> details(facts, operation, dump));
            }
        });
    }

    /** Whether the dump of a declared rollback must show what this operation did, if it is acknowledged. */
    public static boolean due(History history, int operation, StateDump dump) {
        return history.returnedNs(operation) < dump.invokedNs();
    }

    private static Map<String, Object> details(Facts facts, int lost, StateDump dump) {
        Map<String, Object> details = new LinkedHashMap<>(facts.describe(lost));
        details.put("dumpInvokedNs", dump.invokedNs());
        details.put("acknowledgedBeforeMs", (dump.invokedNs() - facts.history().returnedNs(lost)) / 1e6);
        return details;
    }
}
