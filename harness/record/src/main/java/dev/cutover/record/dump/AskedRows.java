package dev.cutover.record.dump;

import dev.cutover.record.journal.OperationIds;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** What a system holds of operations: rows of an operation, as it is written there, and a text, by columns. Immutable. */
public final class AskedRows extends AbstractList<StateDump.Row> implements RandomAccess {
    private final long[] operations;
    private final PackedTexts keys;
    private final PackedTexts texts;

    private AskedRows(List<StateDump.Row> rows) {
        PackedTexts.Builder ofKeys = new PackedTexts.Builder();
        PackedTexts.Builder ofRows = new PackedTexts.Builder();
        this.operations = new long[rows.size()];
        for (int row = 0; row < operations.length; row++) {
            StateDump.Row packed = rows.get(row);
            operations[row] = OperationIds.read(packed.key()).orElse(0);
            ofKeys.add(packed.key());
            ofRows.add(packed.text());
        }
        this.keys = ofKeys.build();
        this.texts = ofRows.build();
    }

    /** The same rows; those that are packed already, as they are. */
    public static AskedRows of(List<StateDump.Row> rows) {
        return rows instanceof AskedRows packed ? packed : new AskedRows(rows);
    }

    /** The operation's id; 0 if it is none. */
    public long operation(int row) {
        return operations[row];
    }

    /** The texts, by row. */
    public PackedTexts texts() {
        return texts;
    }

    @Override
    public StateDump.Row get(int row) {
        return new StateDump.Row(keys.text(row), texts.text(row));
    }

    @Override
    public int size() {
        return operations.length;
    }
}
