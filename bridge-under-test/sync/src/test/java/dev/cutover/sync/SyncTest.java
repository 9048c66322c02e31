package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test has households of its own; both sides are compared by SQL of the test's. */
@Tag("slow")
final class SyncTest {
    private static Rig rig;
    private static Sync sync;
    private static Shop old;
    private static Shop fresh;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig().seed(40);
        sync = rig.start();
        rig.bootstrap(sync.port());
        old = new Shop(Schema.OLD, rig.oldUrl);
        fresh = new Shop(Schema.NEW, rig.newUrl);
    }

    @AfterAll
    static void stop() throws Exception {
        old.close();
        fresh.close();
        sync.close();
        rig.close();
    }

    @Test
    void an_order_placed_in_old_appears_in_new() throws Exception {
        old.place(1, 100_000_001, "tschüß 🚲 ");
        rig.awaitNewer(1, 1);
        assertThat(Rig.rows(
                        rig.newUrl,
                        "select status, total, note, placed_at at time zone 'UTC' from purchase_order"
                                + " where order_number = 100000001"))
                .containsExactly("OPEN|24.60|tschüß 🚲 |2026-11-21 23:00:00");
        rig.awaitEqual();
    }

    @Test
    void an_order_placed_in_new_appears_in_old() throws Exception {
        fresh.place(2, 500_000_001, "");
        rig.awaitOlder(2, 1);
        assertThat(Rig.rows(rig.oldUrl, "select st, amt_c, note, ord_dt from ord where ord_no = 500000001"))
                .containsExactly("O|2460||20261122");
        rig.awaitEqual();
    }

    @Test
    void deleted_and_recreated_orders_travel_both_ways() throws Exception {
        for (Shop shop : List.of(old, fresh)) {
            long household = shop == old ? 3 : 4;
            shop.cancel(household, household);
            shop.delete(household, household);
            shop.recreate(household, household);
            shop.place(household, 100_000_000 + household, null);
            shop.cancel(household, 100_000_000 + household);
            shop.delete(household, 100_000_000 + household);
        }
        rig.awaitNewer(3, 6);
        rig.awaitOlder(4, 6);
        rig.awaitEqual();
        assertThat(Rig.rows(rig.newUrl, "select order_number, status from purchase_order where household_id in (3, 4)"))
                .containsExactlyInAnyOrder("3|OPEN", "4|OPEN");
    }

    @Test
    void emails_swap_between_customers_and_a_transfer_is_atomic() throws Exception {
        old.changeEmail(5, 13, "tmp@h5.example");
        old.changeEmail(5, 14, "c13@h5.example");
        old.changeEmail(5, 13, "c14@h5.example");
        old.transfer(5, 13, 15, 99_999);
        rig.awaitNewer(5, 4);
        assertThat(Rig.rows(rig.newUrl, "select id, email, credit from customer where household_id = 5 order by id"))
                .containsExactly("13|c14@h5.example|0.01", "14|c13@h5.example|1000.00", "15|c15@h5.example|1999.99");
        rig.awaitEqual();
    }

    @Test
    void what_is_the_sides_own_survives_a_round_trip() throws Exception {
        fresh.place(6, 500_000_006, null);
        rig.awaitOlder(6, 1);
        String before = Rig.rows(rig.newUrl, "select id, placed_at from purchase_order where order_number = 500000006")
                .getFirst();
        old.cancel(6, 500_000_006);
        old.changeEmail(6, 16, "x@h6.example");
        rig.awaitNewer(6, 3);
        assertThat(Rig.rows(rig.newUrl, "select id, placed_at from purchase_order where order_number = 500000006"))
                .containsExactly(before);
        fresh.changeEmail(6, 17, "y@h6.example");
        rig.awaitOlder(6, 4);
        assertThat(Rig.rows(rig.oldUrl, "select distinct memo from cust where hh_no = 6"))
                .containsExactly("memo 6");
    }

    @Test
    void a_change_of_a_column_that_does_not_travel_is_no_change() throws Exception {
        Rig.execute(rig.oldUrl, "update cust set memo = 'private' where hh_no = 7");
        old.place(7, 100_000_007, null);
        rig.awaitNewer(7, 1);
        assertThat(Rig.rows(rig.newUrl, "select 1 from sync.dead_letter where household = 7"))
                .isEmpty();
    }

    @Test
    void a_long_note_survives_an_update_that_does_not_touch_it() throws Exception {
        old.place(8, 100_000_008, "0123456789abcdef".repeat(200_000));
        old.cancel(8, 100_000_008);
        rig.awaitNewer(8, 2);
        rig.awaitEqual();
    }

    @Test
    void nothing_echoes() throws Exception {
        old.place(9, 100_000_009, null);
        fresh.place(10, 500_000_010, null);
        rig.awaitNewer(9, 1);
        rig.awaitOlder(10, 1);
        String marker = rig.marker(Direction.OLD_TO_NEW);
        rig.awaitMarker(rig.newUrl, marker);
        String back = rig.marker(Direction.NEW_TO_OLD);
        rig.awaitMarker(rig.oldUrl, back);
        assertThat(rig.changesIn(Direction.NEW_TO_OLD, 9)).isZero();
        assertThat(rig.changesIn(Direction.OLD_TO_NEW, 10)).isZero();
        assertThat(rig.changesIn(Direction.OLD_TO_NEW, 9)).isOne();
    }

    @Test
    void a_marker_comes_after_everything_before_it() throws Exception {
        for (int household = 11; household <= 30; household++) {
            old.place(household, 100_000_000 + household, null);
        }
        String marker = rig.marker(Direction.OLD_TO_NEW);
        rig.awaitMarker(rig.newUrl, marker);
        assertThat(Rig.rows(rig.newUrl, "select count(*) from household where id between 11 and 30 and version = 1"))
                .containsExactly("20");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(rig.acknowledged(marker)).containsExactlyInAnyOrder(0, 1, 2, 3));
    }

    @Test
    void a_redelivered_change_is_skipped() throws Exception {
        old.place(31, 100_000_031, null);
        rig.awaitNewer(31, 1);
        rig.redeliver(Direction.OLD_TO_NEW, 31);
        String marker = rig.marker(Direction.OLD_TO_NEW);
        rig.awaitMarker(rig.newUrl, marker);
        assertThat(Rig.rows(rig.newUrl, "select count(*) from ledger_entry where household_id = 31"))
                .containsExactly("1");
        assertThat(Rig.rows(rig.newUrl, "select 1 from sync.dead_letter where household = 31"))
                .isEmpty();
    }

    @Test
    void a_request_with_a_large_body_is_refused() throws Exception {
        HttpResponse<String> answer = rig.post(sync.port(), "/bootstrap", "x".repeat(5_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 4096 bytes");
    }
}
