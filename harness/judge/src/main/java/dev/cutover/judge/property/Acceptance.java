package dev.cutover.judge.property;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.Evidence;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which operations each system accepted itself, and of which it holds a row, by its final state; of tables that say it. */
final class Acceptance {
    private final SortedMap<String, Side> sides = new TreeMap<>();
    private final int operations;

    Acceptance(Facts facts, List<LedgerRows> tables) {
        this.operations = facts.history().size();
        for (LedgerRows rows : tables) {
            if (tells(rows.ledger())) {
                by(rows.dump().system()).take(rows);
            }
        }
        sides.forEach((system, side) -> sides.forEach((other, theirs) -> {
            if (!other.equals(system)) {
                side.elsewhere.or(theirs.accepted);
            }
        }));
    }

    /** What one system accepted; nothing, if no table of it says so. */
    Side by(String system) {
        return sides.computeIfAbsent(system, name -> new Side(operations));
    }

    /** A system of which no row says whether it was accepted there, in a sentence; null if there is none. */
    static @Nullable String untold(Evidence evidence) {
        return evidence.dumps().values().stream()
                .filter(dump -> dump.complete() && dump.moment().equals("final"))
                .filter(dump -> dump.applied().values().stream().noneMatch(Acceptance::tells))
                .findFirst()
                .map(dump -> "no row of " + dump.system() + " says by 'accepted' whether it was accepted there")
                .orElse(null);
    }

    static boolean tells(Ledger table) {
        return table.knows(Ledger.Column.ACCEPTED);
    }

    /** One system. */
    static final class Side {
        private final BitSet accepted = new BitSet();
        private final BitSet elsewhere = new BitSet();
        private final BitSet held = new BitSet();
        private final long[] versions;

        private Side(int operations) {
            this.versions = new long[operations];
        }

        private void take(LedgerRows rows) {
            boolean versioned = rows.ledger().knows(Ledger.Column.VERSION);
            for (int row = 0; row < rows.size(); row++) {
                int operation = rows.operation(row);
                if (operation >= 0) {
                    held.set(operation);
                    if (rows.ledger().accepted(row)) {
                        accepted.set(operation);
                    }
                    // Of one with several rows nobody knows which version a record is of.
                    versions[operation] = versioned && rows.times(operation) == 1
                            ? rows.ledger().version(row)
                            : 0;
                }
            }
        }

        /** Whether this system accepted an operation, and no other did. */
        boolean accepted(int operation) {
            return accepted.get(operation) && !elsewhere.get(operation);
        }

        /** Whether an operation that another system accepted is here only because a sync brought it. */
        boolean brought(int operation) {
            return held.get(operation) && !accepted.get(operation) && elsewhere.get(operation);
        }

        /** The version that an operation made here; 0 if it is not known. */
        long version(int operation) {
            return versions[operation];
        }
    }
}
