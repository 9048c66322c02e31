package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Violated by a row of an operation that nobody invoked, that was refused, that is a read, or that belongs to another key.
 * Rows without an id, as the seed's, are nobody's promise; nor are those of others than clients, unless the plan says that there are none.
 */
public final class NoPhantom implements Checker {
    private static final long UNKNOWN = -1;

    @Override
    public String title() {
        return "Every row that an operation left comes from a write that a client invoked on that key and that was not refused";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.read(manifest);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (LedgerRows rows : facts.allLedgers(inquiry)) {
            for (int row = 0; row < rows.size(); row++) {
                check(facts, rows, row, inquiry);
            }
        }
    }

    private static void check(Facts facts, LedgerRows rows, int row, Inquiry inquiry) {
        int operation = rows.operation(row);
        if (operation == LedgerRows.SEEDED || operation == LedgerRows.FOREIGN) {
            return;
        }
        inquiry.examined(1);
        History history = facts.history();
        if (operation == LedgerRows.NOBODY) {
            violation(facts, rows, row, "was never invoked", inquiry);
        } else if (history.refused(operation)) {
            violation(facts, rows, row, "was refused", inquiry);
        } else if (!history.isWrite(operation)) {
            violation(facts, rows, row, "only reads", inquiry);
        } else if (rows.ledger().knows(Ledger.Column.KEY)
                && history.key(operation) != rows.ledger().key(row)) {
            violation(facts, rows, row, "belongs to key " + facts.evidence().keyOf(operation), inquiry);
        }
    }

    private static void violation(Facts facts, LedgerRows rows, int row, String why, Inquiry inquiry) {
        Ledger ledger = rows.ledger();
        long number = ledger.knows(Ledger.Column.KEY) ? ledger.key(row) : UNKNOWN;
        String key =
                ledger.knows(Ledger.Column.KEY) ? " for key " + facts.evidence().key(number) : "";
        String id = ledger.operation(row) == Ledger.FOREIGN ? "an id" : "operation " + ledger.operation(row);
        inquiry.violation(number, id + " " + why + ", but is in " + rows.text() + key, () -> details(facts, rows, row));
    }

    private static Map<String, Object> details(Facts facts, LedgerRows rows, int row) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("operation", rows.ledger().operation(row));
        if (rows.operation(row) >= 0) {
            details.putAll(facts.describe(rows.operation(row)));
        }
        details.put("ledger", rows.dump().name());
        details.put("ledgerKey", rows.ledger().key(row));
        details.put("ledgerVersion", rows.ledger().version(row));
        return details;
    }
}
