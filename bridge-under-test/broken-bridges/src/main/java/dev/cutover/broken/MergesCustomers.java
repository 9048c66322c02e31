package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;

/** A sync whose back direction writes the name and the credit of a transfer's first customer into the second, too. */
public final class MergesCustomers {
    private MergesCustomers() {}

    public static void main(String[] arguments) {
        Sync.run(MergesCustomers::variant);
    }

    static Parts variant(Parts parts) {
        return Altered.variant(parts, Direction.NEW_TO_OLD, MergesCustomers::merged);
    }

    /** All but the e-mail, which a second customer could not have. */
    private static Change merged(Change change) {
        return Edit.written(change, TablePair.CUSTOMER, Schema.NEW)
                .findFirst()
                .map(RowChange::row)
                .map(first -> Edit.each(
                        change,
                        TablePair.CUSTOMER,
                        Schema.NEW,
                        row -> Edit.value(
                                Edit.value(row, "full_name", first.get("full_name")), "credit", first.get("credit"))))
                .orElse(change);
    }
}
