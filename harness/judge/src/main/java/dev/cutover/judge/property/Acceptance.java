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
    private final SortedMap<String, BitSet> accepted = new TreeMap<>();
    private final SortedMap<String, BitSet> held = new TreeMap<>();
    private final SortedMap<String, long[]> versions = new TreeMap<>();

    Acceptance(Facts facts, List<LedgerRows> tables) {
        for (LedgerRows rows : tables) {
            if (tells(rows.ledger())) {
                String system = rows.dump().system();
                take(
                        rows,
                        accepted.computeIfAbsent(system, name -> new BitSet()),
                        held.computeIfAbsent(system, name -> new BitSet()),
                        versions.computeIfAbsent(
                                system, name -> new long[facts.history().size()]));
            }
        }
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

    private static void take(LedgerRows rows, BitSet accepted, BitSet held, long[] versions) {
        boolean versioned = rows.ledger().knows(Ledger.Column.VERSION);
        for (int row = 0; row < rows.size(); row++) {
            int operation = rows.operation(row);
            if (operation >= 0) {
                held.set(operation);
                if (rows.ledger().accepted(row)) {
                    accepted.set(operation);
                }
                // Of one with several rows nobody knows which version a record is of.
                versions[operation] =
                        versioned && rows.times(operation) == 1 ? rows.ledger().version(row) : 0;
            }
        }
    }

    /** Whether this system accepted an operation, and no other did. */
    boolean onlyBy(String system, int operation) {
        return by(accepted, system, operation) && !elsewhere(system, operation);
    }

    /** Whether an operation that another system accepted is here only because a sync brought it. */
    boolean broughtTo(String system, int operation) {
        return by(held, system, operation) && !by(accepted, system, operation) && elsewhere(system, operation);
    }

    /** The version that an operation made in a system; 0 if it is not known. */
    long version(String system, int operation) {
        long[] known = versions.get(system);
        return known == null ? 0 : known[operation];
    }

    private boolean elsewhere(String system, int operation) {
        return accepted.entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(system) && other.getValue().get(operation));
    }

    private static boolean by(SortedMap<String, BitSet> systems, String system, int operation) {
        BitSet operations = systems.get(system);
        return operations != null && operations.get(operation);
    }
}
