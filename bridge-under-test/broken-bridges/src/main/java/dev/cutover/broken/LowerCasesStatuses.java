package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;

/** A sync whose forward direction writes statuses in lower case, which new does not know. */
public final class LowerCasesStatuses {
    private static final String LOWER = "update purchase_order set status = lower(status) where order_number = any(?)";

    private LowerCasesStatuses() {}

    public static void main(String[] arguments) {
        Sync.run(LowerCasesStatuses::variant);
    }

    static Parts variant(Parts parts) {
        return Touched.variant(parts, Direction.OLD_TO_NEW, TablePair.ORDER, LOWER);
    }
}
