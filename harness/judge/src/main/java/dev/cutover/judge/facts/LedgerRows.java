package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Reads;
import java.util.function.LongPredicate;

/** A table of a dump with each row tied to the operation of the history that left it. */
public final class LedgerRows {
    /** The operation of a row that none left, as a seed's. */
    public static final int SEEDED = -2;
    /** The operation of a row that must be a client's, but nobody in this run asked for. */
    public static final int NOBODY = -1;
    /** The operation of a row that somebody else left, who may. */
    public static final int FOREIGN = -3;

    private static final byte MANY = Byte.MAX_VALUE;

    private final StateDump dump;
    private final String table;
    private final Reads.Table owed;
    private final Ledger ledger;
    private final int[] operation;
    private final byte[] times;

    LedgerRows(
            StateDump dump,
            String table,
            Ledger ledger,
            Reads.Table owed,
            History history,
            LongIndex operations,
            LongPredicate ours) {
        this.dump = dump;
        this.table = table;
        this.ledger = ledger;
        this.owed = owed;
        this.operation = new int[ledger.size()];
        this.times = new byte[history.size()];
        for (int row = 0; row < operation.length; row++) {
            int found = find(ledger.operation(row), operations, ours);
            operation[row] = found;
            if (found >= 0 && times[found] < MANY) {
                times[found]++;
            }
        }
    }

    private int find(long id, LongIndex operations, LongPredicate ours) {
        if (id == 0) {
            return SEEDED;
        }
        int found = operations.find(id);
        return found == NOBODY && !owed.onlyClients() && !ours.test(id) ? FOREIGN : found;
    }

    public StateDump dump() {
        return dump;
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    /** What the plan says of the table. */
    public Reads.Table owed() {
        return owed;
    }

    /** For a sentence: {@code the ledger of old-final}. */
    public String text() {
        return "the " + table + " of " + dump.name();
    }

    public Ledger ledger() {
        return ledger;
    }

    public int size() {
        return operation.length;
    }

    /** Index into the history, {@link #SEEDED}, {@link #FOREIGN} or {@link #NOBODY}. */
    public int operation(int row) {
        return operation[row];
    }

    /** How many rows an operation of the history has, at most 127. */
    public int times(int operationIndex) {
        return times[operationIndex];
    }
}
