package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.Ledger.Column;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Violated, among the rows of one key, by an operation that stands behind one which was invoked only after it had returned; and by versions that
 * do not grow, or, in a table that is the whole story of its keys, are not 1, 2, 3 …
 * Rows stand in the order of their positions, or, where these are not read, of their versions; two at the same place stand beside each other.
 * An operation of unknown outcome never returned, so it never stands too late; but an operation that had returned before it was invoked must
 * stand before it.
 */
public final class OrderPerKey implements Checker {
    @Override
    public String title() {
        return "Each key's rows have the order in which clients saw things happen, without a gap";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.read(manifest);
    }

    @Override
    public @Nullable String nothingToExamine(Evidence evidence) {
        boolean examined = evidence.dumps().values().stream()
                .anyMatch(dump ->
                        !dump.complete() || dump.applied().values().stream().anyMatch(OrderPerKey::ordered));
        return examined ? null : "no table gives its rows' keys with positions or versions";
    }

    private static boolean ordered(Ledger ledger) {
        return ledger.knows(Column.KEY) && (ledger.knows(Column.VERSION) || ledger.knows(Column.POSITION));
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (LedgerRows rows : facts.allLedgers(inquiry)) {
            boolean versioned = rows.ledger().knows(Column.VERSION);
            if (ordered(rows.ledger())) {
                new Walk(facts, rows, inquiry).walk(versioned, versioned && whole(facts, rows));
            }
        }
    }

    /** Whether every change of a key has a row. */
    private static boolean whole(Facts facts, LedgerRows rows) {
        return rows.owed().onlyClients()
                && facts.evidence().manifest().kinds().stream()
                        .filter(Manifest.Kind::write)
                        .allMatch(kind -> rows.owed().of().contains(kind.name()));
    }

    /** One pass over a table. */
    private static final class Walk {
        private final Facts facts;
        private final History history;
        private final LedgerRows rows;
        private final Ledger ledger;
        private final Inquiry inquiry;
        private final Keys keys;
        private final long[] version;
        private final int[] latest;
        private final long[] latestNs;

        Walk(Facts facts, LedgerRows rows, Inquiry inquiry) {
            this.facts = facts;
            this.history = facts.history();
            this.rows = rows;
            this.ledger = rows.ledger();
            this.inquiry = inquiry;
            this.keys = Keys.of(ledger);
            this.version = new long[keys.count()];
            this.latest = new int[keys.count()];
            this.latestNs = new long[keys.count()];
            Arrays.fill(latestNs, Long.MIN_VALUE);
        }

        void walk(boolean versioned, boolean whole) {
            boolean dense = whole && facts.holdsEverything(rows.dump());
            if (whole && !dense) {
                inquiry.gap("the bootstrap did not end, so versions may be missing in "
                        + rows.dump().name());
            }
            for (int from = 0; from < rows.size(); ) {
                int until = from + 1;
                while (until < rows.size() && ledger.place(until) == ledger.place(from)) {
                    until++;
                }
                for (int row = from; row < until; row++) {
                    if (versioned && ledger.version(row) != 0) {
                        version(row, dense);
                    }
                    order(row);
                }
                for (int row = from; row < until; row++) {
                    latest(row);
                }
                from = until;
            }
            inquiry.examined(rows.size());
        }

        private void version(int row, boolean dense) {
            int key = keys.number(row);
            long before = version[key];
            version[key] = ledger.version(row);
            if (dense ? ledger.version(row) == before + 1 : before == 0 || ledger.version(row) > before) {
                return;
            }
            inquiry.violation(
                    ledger.key(row),
                    "key " + facts.evidence().key(ledger.key(row)) + " goes from version " + before + " to "
                            + ledger.version(row) + " in " + rows.text(),
                    () -> Map.of(
                            "key", facts.evidence().key(ledger.key(row)),
                            "operation", ledger.operation(row),
                            "versionBefore", before,
                            "version", ledger.version(row),
                            "ledger", rows.dump().name()));
        }

        /** Judges a row against the operation invoked last of all that stand before it. */
        private void order(int row) {
            int operation = rows.operation(row);
            int key = keys.number(row);
            if (operation >= 0 && history.returnedNs(operation) < latestNs[key]) {
                int before = latest[key];
                inquiry.violation(
                        ledger.key(row),
                        "operation " + history.id(operation) + " had returned before operation " + history.id(before)
                                + " was invoked, but stands behind it in " + rows.text(),
                        () -> Map.of(
                                "key",
                                facts.evidence().key(ledger.key(row)),
                                "behind",
                                facts.describe(operation),
                                "before",
                                facts.describe(before)));
            }
        }

        private void latest(int row) {
            int operation = rows.operation(row);
            int key = keys.number(row);
            if (operation >= 0 && history.invokedNs(operation) > latestNs[key]) {
                latest[key] = operation;
                latestNs[key] = history.invokedNs(operation);
            }
        }
    }
}
