package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.TestPostgres;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test has a household of its own. */
@Tag("slow")
class BrokenBackSyncTest {
    private static TestPostgres postgres;
    private static Target target;
    private final Changes fresh = new Changes(Schema.NEW);

    @BeforeAll
    static void start() throws Exception {
        postgres = new TestPostgres();
        target = new Target(postgres, Direction.NEW_TO_OLD);
    }

    @AfterAll
    static void stop() throws Exception {
        target.close();
        postgres.close();
    }

    @Test
    void itWipesMemos() throws Exception {
        var variant = target.variant(WipesMemos::variant);
        target.execute("update cust set memo = 'vip' where hh_no = 1");

        variant.apply(fresh.change(1, 1, "CE", fresh.customer(1, "new@h.example", 1000)));

        assertThat(target.rows("select email, memo from cust where hh_no = 1 order by cust_no"))
                .containsExactly("new@h.example|null", "c2@h.example|vip", "c3@h.example|vip");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itSwapsLedgerKinds() throws Exception {
        var variant = target.variant(SwapsLedgerKinds::variant);
        variant.apply(
                fresh.change(2, 1, "PO", fresh.order(2, 102, "O", null)),
                fresh.change(2, 2, "CO", fresh.order(2, 102, "C", null)),
                fresh.change(2, 3, "DO", fresh.deletedOrder(2, 102)));

        assertThat(target.rows("select kind from jnl where hh_no = 2 order by ver"))
                .containsExactly("PO", "DO", "CO");
        assertThat(variant.activated()).isEqualTo(2);
    }
}
