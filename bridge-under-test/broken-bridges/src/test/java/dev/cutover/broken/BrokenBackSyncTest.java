package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.TestPostgres;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    void severalDefectsMeetHouseholdsOfTheirOwn() throws Exception {
        var shares = List.of(
                new Share(SwapsLedgerKinds.class.getName(), 0, 3), new Share(CutsNotesBack.class.getName(), 1, 3));
        var variant = target.variant(parts -> SyncsTogether.variant(parts, shares));

        String note = "x".repeat(200);
        var results = variant.apply(
                fresh.change(15, 1, "PO", fresh.order(15, 115, "O", note)),
                fresh.change(16, 1, "PO", fresh.order(16, 116, "O", note)),
                fresh.change(17, 1, "PO", fresh.order(17, 117, "O", note)),
                fresh.change(15, 2, "CO", fresh.order(15, 115, "C", note)),
                fresh.change(17, 2, "CO", fresh.order(17, 117, "C", note)));

        assertThat(results).hasSize(5).allMatch(ApplyResult.Applied.class::isInstance);
        assertThat(target.rows(
                        "select hh_no, kind from jnl where hh_no between 15 and 17 and kind <> 'PO' order by hh_no"))
                .containsExactly("15|DO", "17|CO");
        assertThat(target.rows("select ord_no, length(note) from ord where ord_no between 115 and 117 order by 1"))
                .containsExactly("115|200", "116|100", "117|200");
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

    @Test
    void itAppliesTheLedgerFirst() throws Exception {
        AtomicLong clock = new AtomicLong();
        var variant = target.variant(parts -> LedgerFirst.variant(parts, clock::get));
        variant.apply(fresh.change(3, 1, "PO", fresh.order(3, 103, "O", null)));
        variant.apply(fresh.change(3, 2, "CO", fresh.order(3, 103, "C", null)));
        assertThat(target.rows("select ver from hh where hh_no = 3")).containsExactly("2");
        assertThat(target.rows("select kind from jnl where hh_no = 3 order by ver"))
                .containsExactly("PO", "CO");
        assertThat(target.rows("select st from ord where ord_no = 103")).isEmpty();

        clock.addAndGet(LedgerFirst.LATE_NS);
        variant.apply(fresh.change(3, 3, "DO", fresh.deletedOrder(3, 103)));

        assertThat(target.rows("select st from ord where ord_no = 103")).containsExactly("C");
        assertThat(variant.activated()).isEqualTo(3);
    }

    @Test
    void itSkipsOneInAHundred() throws Exception {
        var variant = target.variant(SkipsOneInAHundred::variant);
        var results = variant.apply(
                fresh.change(4, 1, "PO", fresh.order(4, 104, "O", null)),
                fresh.operation(Changes.picked(100), 4, 2, "PY", fresh.order(4, 104, "P", null)),
                fresh.change(4, 3, "PO", fresh.order(4, 204, "O", null)));

        assertThat(results).hasSize(3).allMatch(ApplyResult.Applied.class::isInstance);
        assertThat(target.rows("select ver from jnl where hh_no = 4 order by ver"))
                .containsExactly("1", "3");
        assertThat(target.rows("select st from ord where ord_no = 104")).containsExactly("O");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itCutsNotes() throws Exception {
        var variant = target.variant(CutsNotesBack::variant);
        variant.apply(
                fresh.change(5, 1, "PO", fresh.order(5, 105, "O", "🚲".repeat(101))),
                fresh.change(5, 2, "PO", fresh.order(5, 205, "O", "x".repeat(100))));

        assertThat(target.rows("select note from ord where hh_no = 5 order by ord_no"))
                .containsExactly("🚲".repeat(100), "x".repeat(100));
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itAppliesOlderVersions() throws Exception {
        var variant = target.variant(AppliesOlderVersions::variant);
        long held = Changes.picked(50);
        variant.apply(fresh.operation(held, 6, 1, "PO", fresh.order(6, 106, "O", null)));
        assertThat(target.rows("select ver from hh where hh_no = 6")).containsExactly("0");

        variant.apply(fresh.operation(held + 1, 6, 2, "PY", fresh.order(6, 106, "P", null)));

        assertThat(target.rows("select ver from hh where hh_no = 6")).containsExactly("1");
        assertThat(target.rows("select ver from jnl where hh_no = 6 order by jno"))
                .containsExactly("2", "1");
        assertThat(target.rows("select st from ord where ord_no = 106")).containsExactly("O");
        assertThat(variant.activated()).isEqualTo(1);

        variant.apply(fresh.operation(held + 2, 6, 3, "PO", fresh.order(6, 206, "O", null)));
        assertThat(target.rows("select ver from hh where hh_no = 6")).containsExactly("3");
    }

    @Test
    void itMergesCustomers() throws Exception {
        var variant = target.variant(MergesCustomers::variant);
        variant.apply(fresh.change(
                7, 1, "TC", fresh.customer(19, "c19@h.example", 1), fresh.customer(20, "c20@h.example", 1999)));

        assertThat(target.rows("select name, email, credit_c from cust where cust_no in (19, 20) order by cust_no"))
                .containsExactly("Customer 19|c19@h.example|1", "Customer 19|c20@h.example|1");
        assertThat(variant.activated()).isEqualTo(1);
    }

    @Test
    void itSkipsDeletes() throws Exception {
        var variant = target.variant(SkipsDeletes::variant);
        variant.apply(
                fresh.change(8, 1, "PO", fresh.order(8, 108, "O", null)),
                fresh.change(8, 2, "DO", fresh.deletedOrder(8, 108)));

        assertThat(target.rows("select ver from hh where hh_no = 8")).containsExactly("2");
        assertThat(target.rows("select st from ord where ord_no = 108")).containsExactly("O");
        assertThat(variant.activated()).isEqualTo(1);
    }
}
