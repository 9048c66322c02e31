package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.TestPostgres;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message.Change;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test has a household of its own. */
@Tag("slow")
class BrokenForwardSyncTest {
    private static TestPostgres postgres;
    private static Target target;
    private final Changes old = new Changes(Schema.OLD);

    @BeforeAll
    static void start() throws Exception {
        postgres = new TestPostgres();
        target = new Target(postgres, Direction.OLD_TO_NEW);
    }

    @AfterAll
    static void stop() throws Exception {
        target.close();
        postgres.close();
    }

    @Test
    void itResetsTheTimeOfDay() throws Exception {
        var variant = target.variant(ResetsTimeOfDay::variant);
        variant.apply(old.change(1, 1, "PO", old.order(1, 101, "O", null)));
        target.execute("update purchase_order set placed_at = '2026-11-22T10:11:12Z' where order_number = 101");

        variant.apply(old.change(1, 2, "CO", old.order(1, 101, "C", null)));

        assertThat(target.rows(
                        "select placed_at = '2026-11-21T23:00:00Z' from purchase_order where order_number = 101"))
                .containsExactly("t");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itRewritesOrderIds() throws Exception {
        var variant = target.variant(RewritesOrderIds::variant);
        variant.apply(old.change(2, 1, "PO", old.order(2, 102, "O", null)));
        assertThat(variant.activated()).isZero();
        var before = target.rows("select id from purchase_order where order_number = 102");

        variant.apply(old.change(2, 2, "CO", old.order(2, 102, "C", null)));

        assertThat(target.rows("select id from purchase_order where order_number = 102"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(before);
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itLowerCasesStatuses() throws Exception {
        var variant = target.variant(LowerCasesStatuses::variant);
        variant.apply(old.change(3, 1, "PO", old.order(3, 103, "O", null)));

        assertThat(target.rows("select status from purchase_order where order_number = 103"))
                .containsExactly("open");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itAppliesWithoutCompare() throws Exception {
        var variant = target.variant(AppliesWithoutCompare::variant);
        Change first = old.change(4, 1, "PO", old.order(4, 104, "O", null));
        Change second = old.change(4, 2, "CO", old.order(4, 104, "C", null));
        variant.apply(first, second);
        assertThat(variant.activated()).isZero();

        assertThat(variant.apply(first, second)).allMatch(ApplyResult.Applied.class::isInstance);

        assertThat(target.rows(
                        "select version, count(*) from ledger_entry where household_id = 4 group by 1 order by 1"))
                .containsExactly("1|2", "2|2");
        assertThat(target.rows("select version from household where id = 4")).containsExactly("2");
        assertThat(variant.activated()).isEqualTo(1);
    }
}
