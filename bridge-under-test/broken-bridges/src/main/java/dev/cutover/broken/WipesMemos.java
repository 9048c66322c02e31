package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;

/** A sync whose back direction empties old's own column {@code memo} of every customer that it writes. */
public final class WipesMemos {
    private static final String WIPE = "update cust set memo = null where cust_no = any(?) and memo is not null";

    private WipesMemos() {}

    public static void main(String[] arguments) {
        Sync.run(WipesMemos::variant);
    }

    static Parts variant(Parts parts) {
        return Touched.variant(parts, Direction.NEW_TO_OLD, TablePair.CUSTOMER, WIPE);
    }
}
