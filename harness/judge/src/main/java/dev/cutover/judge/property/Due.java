package dev.cutover.judge.property;

import dev.cutover.judge.facts.Deletes;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What acknowledged writes owe of one state. In each table that lists a write's kind: its row, until a delete may have taken it; from a table that
 * lists the delete as well nothing is taken. Of a delete, in each table that it takes rows from: that its append's row is gone.
 */
public final class Due {
    private final Facts facts;
    private final History history;
    private final Deletes deletes;
    private final StateDump dump;
    private final Owed[][] byKind;

    /**
     * What an operation of some kind owes in one table.
     *
     * @param taken whether a delete may have taken its row
     * @param absence whether it is a delete, and owes that its append's row is gone
     */
    private record Owed(LedgerRows table, boolean taken, boolean absence) {}

    /** Told what an operation owes, and whether it is so. */
    public interface Seen {
        void owed(int operation, LedgerRows table, boolean absence, boolean kept);
    }

    public Due(Facts facts, StateDump dump) {
        this.facts = facts;
        this.history = facts.history();
        this.deletes = facts.deletes();
        this.dump = dump;
        this.byKind =
                facts.evidence().manifest().kinds().stream().map(this::owed).toArray(Owed[][]::new);
    }

    /** Looks at every acknowledged write that is due. */
    public void look(IntPredicate due, Seen seen) {
        for (int i = 0; i < history.size(); i++) {
            if (history.ok(i) && history.isWrite(i) && due.test(i)) {
                for (Owed owed : byKind[history.kind(i)]) {
                    look(i, owed, seen);
                }
            }
        }
    }

    private void look(int operation, Owed owed, Seen seen) {
        if (owed.absence()) {
            if (deletes.forGood(operation)) {
                seen.owed(operation, owed.table(), true, owed.table().times(deletes.subject(operation)) == 0);
            }
            return;
        }
        boolean there = owed.table().times(operation) > 0;
        if (there || !owed.taken() || !deletes.mayHaveTaken(operation, dump.returnedNs())) {
            seen.owed(operation, owed.table(), false, there);
        }
    }

    private Owed[] owed(Manifest.Kind kind) {
        List<Manifest.Kind> kinds = facts.evidence().manifest().kinds();
        List<Owed> owed = new ArrayList<>();
        for (LedgerRows table : facts.tables(dump)) {
            if (table.owed().of().contains(kind.name())) {
                boolean taken = kinds.stream()
                        .anyMatch(other ->
                                kind.name().equals(other.of()) && table.owed().loses(other));
                owed.add(new Owed(table, taken, false));
            } else if (table.owed().loses(kind)) {
                owed.add(new Owed(table, false, true));
            }
        }
        return owed.toArray(Owed[]::new);
    }
}
