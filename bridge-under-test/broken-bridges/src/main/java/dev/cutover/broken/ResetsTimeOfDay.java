package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;

/** A sync whose forward direction sets {@code placed_at} of every order that it writes to the start of its day. */
public final class ResetsTimeOfDay {
    private static final String START =
            "date_trunc('day', placed_at at time zone 'Europe/Berlin') at time zone 'Europe/Berlin'";
    private static final String RESET =
            "update purchase_order set placed_at = " + START + " where order_number = any(?) and placed_at <> " + START;

    private ResetsTimeOfDay() {}

    public static void main(String[] arguments) {
        Sync.run(ResetsTimeOfDay::variant);
    }

    static Parts variant(Parts parts) {
        return Touched.variant(parts, Direction.OLD_TO_NEW, TablePair.ORDER, RESET);
    }
}
