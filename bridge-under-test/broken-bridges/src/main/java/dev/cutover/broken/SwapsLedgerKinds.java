package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;

/** A sync whose back direction takes a cancelled order for a deleted one in the ledger, and the other way round. */
public final class SwapsLedgerKinds {
    private SwapsLedgerKinds() {}

    public static void main(String[] arguments) {
        Sync.run(SwapsLedgerKinds::variant);
    }

    static Parts variant(Parts parts) {
        return Altered.variant(parts, Direction.NEW_TO_OLD, SwapsLedgerKinds::swapped);
    }

    private static Change swapped(Change change) {
        return Edit.each(change, TablePair.LEDGER, Schema.NEW, SwapsLedgerKinds::swapped);
    }

    private static RowChange swapped(RowChange entry) {
        return switch (String.valueOf(entry.row().get("kind"))) {
            case "ORDER_CANCELLED" -> Edit.value(entry, "kind", "ORDER_DELETED");
            case "ORDER_DELETED" -> Edit.value(entry, "kind", "ORDER_CANCELLED");
            default -> entry;
        };
    }
}
