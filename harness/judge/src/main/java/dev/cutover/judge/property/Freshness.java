package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.TimeOrder;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an acknowledged operation that answers with an older version of its key than one which had returned
 * before it was invoked,
 * or, if it writes, with the same; on whichever system, since a key's version is one counter. A write of which a
 * first attempt was applied
 * answers with the version of then, which is newer all the same: it cannot have been applied before it was invoked.
 * Violated also by an acknowledged write whose version is not that of its ledger row. An answer without a version
 * proves nothing.
 */
public final class Freshness implements Checker {

    @Override
    public String title() {
        return "Nobody is answered with an older version of a key than a client has seen before, and each write with"
                + " its own";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().versions();
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        inTime(facts, inquiry);
        for (LedgerRows rows : facts.finalLedgers(inquiry)) {
            if (rows.ledger().knows(Ledger.Column.VERSION)) {
                asWritten(facts, rows, inquiry);
            }
        }
    }

    private static boolean versioned(History history, int operation) {
        return history.ok(operation) && history.version(operation) > 0;
    }

    /** An operation, and one that had returned a newer version before it was invoked. */
    private record Stale(int before, int operation) {}

    private static void inTime(Facts facts, Inquiry inquiry) {
        History history = facts.history();
        Keys keys = facts.keys();
        int[] invoked = TimeOrder.of(history.size(), i -> versioned(history, i), history::invokedNs);
        int[] returned = TimeOrder.of(history.size(), i -> versioned(history, i), history::returnedNs);
        int[] newest = new int[keys.count()];
        int[] version = new int[keys.count()];
        List<Stale> found = new ArrayList<>();
        int next = 0;
        for (int operation : invoked) {
            // Whatever returned before this one was invoked: all that the one invoked before had seen, and more.
            while (next < returned.length && history.returnedNs(returned[next]) < history.invokedNs(operation)) {
                int done = returned[next++];
                int key = keys.number(done);
                if (history.version(done) > version[key]) {
                    version[key] = history.version(done);
                    newest[key] = done;
                }
            }
            int key = keys.number(operation);
            if (version[key] > 0) {
                inquiry.examined(1);
                if (history.version(operation) < version[key] + (history.isWrite(operation) ? 1 : 0)) {
                    found.add(new Stale(newest[key], operation));
                }
            }
        }
        found.sort(Comparator.comparingInt(stale -> keys.number(stale.operation())));
        found.forEach(stale -> stale(facts, stale.before(), stale.operation(), inquiry));
    }

    private static void stale(Facts facts, int before, int operation, Inquiry inquiry) {
        History history = facts.history();
        inquiry.violation(
                history.key(operation),
                "operation " + history.id(operation) + " was answered with version " + history.version(operation)
                        + " of key " + facts.evidence().keyOf(operation) + ", but operation " + history.id(before)
                        + " had returned with version " + history.version(before) + " before it was invoked",
                () -> Map.of("before", facts.describe(before), "stale", facts.describe(operation)));
    }

    private static void asWritten(Facts facts, LedgerRows rows, Inquiry inquiry) {
        History history = facts.history();
        boolean[] same = new boolean[history.size()];
        for (int row = 0; row < rows.size(); row++) {
            int operation = rows.operation(row);
            if (operation >= 0 && rows.ledger().version(row) == history.version(operation)) {
                same[operation] = true;
            }
        }
        for (int i = 0; i < same.length; i++) {
            if (versioned(history, i) && history.isWrite(i) && rows.times(i) > 0) {
                inquiry.examined(1);
                if (!same[i]) {
                    elsewhere(facts, i, rows, inquiry);
                }
            }
        }
    }

    private static void elsewhere(Facts facts, int operation, LedgerRows rows, Inquiry inquiry) {
        History history = facts.history();
        inquiry.violation(
                history.key(operation),
                "operation " + history.id(operation) + " was answered with version " + history.version(operation)
                        + " of key " + facts.evidence().keyOf(operation) + ", which is not its version in "
                        + rows.text(),
                () -> facts.describe(operation));
    }
}
