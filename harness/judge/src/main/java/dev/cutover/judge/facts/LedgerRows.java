package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.History;

/** A dump's ledger with each row tied to the operation of the history that wrote it. */
public final class LedgerRows {
    /** The operation of a row that was seeded. */
    public static final int SEEDED = -2;
    /** The operation of a row that nobody in this run asked for. */
    public static final int NOBODY = -1;

    private static final byte MANY = Byte.MAX_VALUE;

    private final StateDump dump;
    private final int[] operation;
    private final byte[] times;

    public LedgerRows(StateDump dump, History history, LongIndex operations) {
        this.dump = dump;
        Ledger ledger = dump.ledger();
        this.operation = new int[ledger.size()];
        this.times = new byte[history.size()];
        for (int row = 0; row < operation.length; row++) {
            long id = ledger.operation(row);
            int found = id == 0 ? SEEDED : operations.find(id);
            operation[row] = found;
            if (found >= 0 && times[found] < MANY) {
                times[found]++;
            }
        }
    }

    public StateDump dump() {
        return dump;
    }

    public Ledger ledger() {
        return dump.ledger();
    }

    public int size() {
        return operation.length;
    }

    /** Index into the history, {@link #SEEDED} or {@link #NOBODY}. */
    public int operation(int row) {
        return operation[row];
    }

    /** How many rows an operation of the history has, at most 127. */
    public int times(int operationIndex) {
        return times[operationIndex];
    }
}
