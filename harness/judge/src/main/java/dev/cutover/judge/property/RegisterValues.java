package dev.cutover.judge.property;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One register as it stands in one state, held against the writes that clients saw; O(n). */
final class RegisterValues {
    private static final int NONE = -1;

    private final Facts facts;
    private final History history;
    private final LedgerRows values;
    private final Inquiry inquiry;
    private final Keys keys;
    private final boolean[] ours;
    private final int[] lastInvoked;
    private final boolean[] mayBeGone;
    private final int[] rows;

    RegisterValues(Facts facts, LedgerRows values, Inquiry inquiry) {
        this.facts = facts;
        this.history = facts.history();
        this.values = values;
        this.inquiry = inquiry;
        this.keys = facts.keys();
        this.ours = facts.evidence().manifest().kindsThat(kind -> kind.name().equals(values.table()));
        this.lastInvoked = new int[keys.count()];
        this.mayBeGone = new boolean[keys.count()];
        this.rows = new int[keys.count()];
        Arrays.fill(lastInvoked, NONE);
    }

    /** Examines who wrote each value. */
    void writers() {
        for (int row = 0; row < values.size(); row++) {
            if (values.operation(row) >= 0 || values.operation(row) == LedgerRows.NOBODY) {
                inquiry.examined(1);
                writer(row, values.operation(row));
            }
        }
    }

    /** Examines whether of the writes that had returned before an instant the last one, or a later one, is there. */
    void last(long returnedBeforeNs) {
        boolean[] deletes = facts.evidence().manifest().kindsThat(kind -> kind.role() == Role.DELETE);
        for (int i = 0; i < history.size(); i++) {
            int key = keys.number(i);
            // What holds the register may have been deleted with all its values.
            mayBeGone[key] |= deletes[history.kind(i)] && !history.refused(i);
            if (ours(i) && history.ok(i) && history.returnedNs(i) < returnedBeforeNs) {
                boolean later = lastInvoked[key] == NONE || history.invokedNs(i) > history.invokedNs(lastInvoked[key]);
                lastInvoked[key] = later ? i : lastInvoked[key];
            }
        }
        int[] row = new int[keys.count()];
        for (int at = 0; at < values.size(); at++) {
            int key = keys.find(values.ledger().key(at));
            if (key != NONE) {
                rows[key]++;
                row[key] = at;
            }
        }
        for (int key = 0; key < row.length; key++) {
            if (lastInvoked[key] != NONE) {
                last(lastInvoked[key], rows[key], row[key], mayBeGone[key]);
            }
        }
    }

    private void last(int last, int count, int row, boolean gone) {
        if (count > 1) {
            inquiry.gap("key " + facts.evidence().keyOf(last) + " has " + count + " values in " + values.text()
                    + ", so nobody knows which was written last");
            return;
        }
        if (count == 0) {
            if (!gone) {
                inquiry.examined(1);
                lost(last, "there is no value");
            }
            return;
        }
        inquiry.examined(1);
        int writer = values.operation(row);
        if (writer == LedgerRows.SEEDED || writer == LedgerRows.FOREIGN) {
            lost(last, "the value is no client's");
        } else if (writer >= 0 && ours(writer) && history.returnedNs(writer) < history.invokedNs(last)) {
            lost(last, "the value is that of operation " + history.id(writer) + ", which had returned before");
        }
    }

    private boolean ours(int operation) {
        return ours[history.kind(operation)];
    }

    private void writer(int row, int writer) {
        if (writer == LedgerRows.NOBODY) {
            wrong(row, "was never invoked");
        } else if (!ours(writer)) {
            wrong(row, "is of kind " + facts.kindOf(writer).name());
        } else if (history.refused(writer)) {
            wrong(row, "was refused");
        } else if (history.key(writer) != values.ledger().key(row)) {
            wrong(row, "belongs to key " + facts.evidence().keyOf(writer));
        }
    }

    private void wrong(int row, String why) {
        long id = values.ledger().operation(row);
        long key = values.ledger().key(row);
        inquiry.violation(
                key,
                "operation " + id + " " + why + ", but wrote the value of key "
                        + facts.evidence().key(key) + " in " + values.text(),
                () -> {
                    Map<String, Object> details = new LinkedHashMap<>();
                    details.put("register", values.text());
                    details.put("operation", id);
                    details.put("registerKey", key);
                    if (values.operation(row) >= 0) {
                        details.putAll(facts.describe(values.operation(row)));
                    }
                    return details;
                });
    }

    private void lost(int operation, String found) {
        inquiry.violation(
                history.key(operation),
                "operation " + history.id(operation) + " was acknowledged, but in " + values.text() + " of key "
                        + facts.evidence().keyOf(operation) + " " + found,
                () -> facts.describe(operation));
    }
}
