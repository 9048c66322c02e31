package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.RowChange;

/** A sync whose forward direction rounds credits of 5,000.00 and more to whole units. */
public final class RoundsAmounts {
    /** In cents. About half of the customers have more; the smaller credits hide it from a glance. */
    private static final long FROM = 500_000;

    private RoundsAmounts() {}

    public static void main(String[] arguments) {
        Sync.run(RoundsAmounts::variant);
    }

    static Parts variant(Parts parts) {
        return Altered.variant(
                parts,
                Direction.OLD_TO_NEW,
                change -> Edit.each(change, TablePair.CUSTOMER, Schema.OLD, RoundsAmounts::rounded));
    }

    private static RowChange rounded(RowChange customer) {
        long cents = customer.row().number("credit_c");
        return cents < FROM ? customer : Edit.value(customer, "credit_c", Math.floorDiv(cents + 50, 100) * 100);
    }
}
