package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Violated, in the ledger of one key, by an operation that stands behind one which was invoked only after it had returned;
 * and by versions that are not 1, 2, 3 … in the ledger's order. An operation of unknown outcome never returned, so it never stands too late;
 * but an operation that had returned before it was invoked must stand before it.
 */
public final class OrderPerKey implements Checker {
    private static final int NOBODY = -1;

    @Override
    public String title() {
        return "Each key's ledger has the order in which clients saw things happen, without a gap";
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (LedgerRows rows : facts.allLedgers(inquiry)) {
            check(facts, rows, inquiry);
        }
    }

    private static void check(Facts facts, LedgerRows rows, Inquiry inquiry) {
        Ledger ledger = rows.ledger();
        int[] keys = Keys.of(ledger);
        int count = Keys.count(keys);
        long[] version = new long[count];
        int[] latest = new int[count];
        Arrays.fill(latest, NOBODY);
        boolean whole = facts.holdsEverything(rows.dump());
        if (!whole) {
            inquiry.gap("the bootstrap did not end, so versions may be missing in "
                    + rows.dump().name());
        }
        for (int row = 0; row < rows.size(); row++) {
            int key = keys[row];
            if (whole) {
                version(rows, row, version[key], inquiry);
            }
            version[key] = ledger.version(row);
            latest[key] = order(facts, rows, row, latest[key], inquiry);
        }
        inquiry.examined(rows.size());
    }

    private static void version(LedgerRows rows, int row, long before, Inquiry inquiry) {
        Ledger ledger = rows.ledger();
        if (ledger.version(row) != before + 1) {
            inquiry.violation(
                    "key " + ledger.key(row) + " goes from version " + before + " to " + ledger.version(row)
                            + " in the ledger of " + rows.dump().name(),
                    () -> Map.of(
                            "key", ledger.key(row),
                            "operation", ledger.operation(row),
                            "versionBefore", before,
                            "version", ledger.version(row),
                            "ledger", rows.dump().name()));
        }
    }

    /** Judges a row against the operation invoked last of all before it, and returns the one invoked last up to here. */
    private static int order(Facts facts, LedgerRows rows, int row, int latest, Inquiry inquiry) {
        int operation = rows.operation(row);
        if (operation < 0) {
            return latest;
        }
        History history = facts.history();
        if (latest == NOBODY || history.invokedNs(operation) > history.invokedNs(latest)) {
            // Invoked after all that stand before it, so it cannot have returned before any of them was invoked.
            return operation;
        }
        if (history.returnedNs(operation) < history.invokedNs(latest)) {
            inquiry.violation(
                    "operation " + history.id(operation) + " had returned before operation " + history.id(latest)
                            + " was invoked, but stands behind it in the ledger of "
                            + rows.dump().name(),
                    () -> Map.of(
                            "key",
                            rows.ledger().key(row),
                            "behind",
                            facts.describe(operation),
                            "before",
                            facts.describe(latest)));
        }
        return latest;
    }
}
