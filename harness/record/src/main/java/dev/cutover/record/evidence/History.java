package dev.cutover.record.evidence;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import java.util.Arrays;
import java.util.List;

/** All operations of a run by columns, in the order they were claimed in the journals. Immutable. */
public final class History {
    private final HistoryColumns columns;
    private final boolean[] writes;

    public History(HistoryColumns columns, List<Manifest.Kind> kinds) {
        this.columns = columns;
        this.writes = new boolean[kinds.size()];
        for (int i = 0; i < kinds.size(); i++) {
            writes[i] = kinds.get(i).write();
        }
        for (int i = 0; i < size(); i++) {
            if (kind(i) >= kinds.size()) {
                throw new IllegalArgumentException("operation " + id(i) + " is of kind " + kind(i)
                        + ", but the manifest has only " + kinds.size() + " kinds");
            }
        }
    }

    /** A history of these operations. */
    public static History of(List<Operation> operations, List<Manifest.Kind> kinds) {
        HistoryColumns columns = new HistoryColumns(operations.size());
        operations.forEach(columns::add);
        return new History(columns, kinds);
    }

    public int size() {
        return columns.size;
    }

    public long id(int i) {
        return columns.id[i];
    }

    public int key(int i) {
        return columns.key[i];
    }

    /** Index into the manifest's kinds. */
    public int kind(int i) {
        return Byte.toUnsignedInt(columns.kind[i]);
    }

    public boolean isWrite(int i) {
        return writes[kind(i)];
    }

    public Outcome outcome(int i) {
        return Outcome.of(columns.outcome[i]);
    }

    public boolean ok(int i) {
        return columns.outcome[i] == HistoryColumns.OK;
    }

    public boolean refused(int i) {
        return columns.outcome[i] == HistoryColumns.REFUSED;
    }

    /** True if it may or may not have happened; so is everything that never ended. */
    public boolean unknown(int i) {
        return !ok(i) && !refused(i);
    }

    public long invokedNs(int i) {
        return columns.invokedNs[i];
    }

    /** By when it had certainly happened, or certainly not; {@link Long#MAX_VALUE} if that is unknown. */
    public long returnedNs(int i) {
        return unknown(i) ? Long.MAX_VALUE : columns.endedNs[i];
    }

    /** When the client had its answer or gave up; {@link Long#MAX_VALUE} if it did neither. */
    public long endedNs(int i) {
        return columns.endedNs[i];
    }

    public int phaseInvoked(int i) {
        return columns.phaseInvoked[i];
    }

    public int attempts(int i) {
        return columns.attempts[i];
    }

    /** Who gave the answer. */
    public ServedBy servedBy(int i) {
        return ServedBy.of(columns.servedBy[i]);
    }

    /** The key's version as the answer gives it; 0 if it does not. */
    public int version(int i) {
        return columns.version[i];
    }

    /** The operation id of the append that a write is about; 0 if there is none. */
    public long subject(int i) {
        return columns.subject[i];
    }

    /** A code of {@link Cause}. */
    public short cause(int i) {
        return columns.cause[i];
    }

    /** The faults that were active when it was invoked; 0 if none was. */
    public int faultMask(int i) {
        return columns.faultMask[i];
    }

    /** Everything the journal says of one operation. */
    public Operation operation(int i) {
        return columns.operation(i);
    }

    /** The ids by index, as a copy. */
    public long[] ids() {
        return Arrays.copyOf(columns.id, columns.size);
    }
}
