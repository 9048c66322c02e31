package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.TestPostgres;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message.Change;
import java.util.List;
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

    @Test
    void itRoundsAmounts() throws Exception {
        var variant = target.variant(RoundsAmounts::variant);
        variant.apply(old.change(
                5, 1, "TC", old.customer(13, "c13@h.example", 499_999), old.customer(14, "c14@h.example", 543_251)));

        assertThat(target.rows("select credit from customer where id in (13, 14) order by id"))
                .containsExactly("4999.99", "5433.00");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itTearsTransactions() throws Exception {
        var variant = target.variant(parts -> TearsTransactions.variant(parts.withApplying(
                direction -> (connection, changes) -> List.of()))); // the rest of the change does not come
        variant.apply(old.change(
                6, 1, "TC", old.customer(16, "c16@h.example", 1), old.customer(17, "c17@h.example", 199_999)));

        assertThat(target.rows("select credit from customer where id in (16, 17) order by id"))
                .containsExactly("0.01", "1000.00");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itDeadLettersQuietly() throws Exception {
        var variant = target.variant(DeadLettersQuietly::variant);
        var results = variant.apply(
                old.operation(Changes.picked(200), 7, 1, "PO", old.order(7, 107, "O", null)),
                old.change(8, 1, "PO", old.order(8, 108, "O", null)),
                old.change(7, 2, "CO", old.order(7, 107, "C", null)));

        assertThat(results)
                .hasExactlyElementsOfTypes(ApplyResult.Dead.class, ApplyResult.Applied.class, ApplyResult.Dead.class);
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itShufflesHouseholds() throws Exception {
        var variant = target.variant(ShufflesHouseholds::variant);
        var results = variant.apply(
                old.change(9, 1, "PO", old.order(9, 109, "O", null)),
                old.change(10, 7, "PO", old.order(10, 110, "O", null)),
                old.change(9, 2, "CO", old.order(9, 109, "C", null)));

        assertThat(results)
                .hasExactlyElementsOfTypes(
                        ApplyResult.Applied.class, ApplyResult.Dead.class, ApplyResult.Applied.class);
        assertThat(target.rows("select version from household where id = 9")).containsExactly("2");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itAppliesOneByOne() throws Exception {
        var variant = target.variant(OneByOne::variant);
        variant.apply(
                old.change(11, 1, "PO", old.order(11, 111, "O", null)),
                old.change(11, 2, "CO", old.order(11, 111, "C", null)));

        assertThat(target.rows("select count(distinct xmin::text) from ledger_entry where household_id = 11"))
                .containsExactly("2");
        assertThat(variant.activated()).isEqualTo(2);
    }
}
