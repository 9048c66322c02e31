package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.RowChange;

/** A sync whose back direction cuts the notes of orders at 100 characters. */
public final class CutsNotesBack {
    private static final int LONGEST = 100;

    private CutsNotesBack() {}

    public static void main(String[] arguments) {
        Sync.run(CutsNotesBack::variant);
    }

    static Parts variant(Parts parts) {
        return Altered.variant(
                parts,
                Direction.NEW_TO_OLD,
                change -> Edit.each(change, TablePair.ORDER, Schema.NEW, CutsNotesBack::cut));
    }

    private static RowChange cut(RowChange order) {
        return order.row().get("note") instanceof String note && note.codePointCount(0, note.length()) > LONGEST
                ? Edit.value(order, "note", note.substring(0, note.offsetByCodePoints(0, LONGEST)))
                : order;
    }
}
