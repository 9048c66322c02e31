package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.TablePair;
import io.micrometer.core.instrument.Counter;
import java.util.List;

/** A sync whose forward direction gives every order that it updates, new's own included, a new id in new. */
public final class RewritesOrderIds {
    private static final String REWRITE =
            "update purchase_order set id = gen_random_uuid() where order_number = any(?)";

    private RewritesOrderIds() {}

    public static void main(String[] arguments) {
        Sync.run(RewritesOrderIds::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.OLD_TO_NEW, correct -> (connection, changes) -> {
            List<Long> orders = changes.stream()
                    .flatMap(change -> Edit.written(change, TablePair.ORDER, Direction.OLD_TO_NEW.source()))
                    .map(row -> row.row().number("ord_no"))
                    .toList();
            // Before they are applied it finds those that are there already.
            activated.increment(Sql.update(connection, REWRITE, orders));
            return correct.apply(connection, changes);
        });
    }
}
