package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.TablePair;
import io.micrometer.core.instrument.Counter;

/** A sync whose bootstrap leaves out one customer of one household in fifty, with the orders that need that customer. */
public final class CopiesWithoutCustomers {
    private static final int ONE_OF = 50;
    private static final int CUSTOMERS = 3;

    private CopiesWithoutCustomers() {}

    public static void main(String[] arguments) {
        Sync.run(CopiesWithoutCustomers::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withSelection((pair, row) -> {
            boolean left = leftOut(pair, row);
            if (left) {
                activated.increment();
            }
            return !left;
        });
    }

    /** The household's customer that the seed gives no order. */
    private static boolean leftOut(TablePair pair, Row row) {
        return (pair.equals(TablePair.CUSTOMER) || pair.equals(TablePair.ORDER))
                && row.number("cust_no") % CUSTOMERS == 1
                && Pick.oneOf(ONE_OF, row.number("hh_no"));
    }
}
