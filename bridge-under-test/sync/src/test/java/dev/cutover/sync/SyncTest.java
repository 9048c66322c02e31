package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SyncTest {
    private static Rig rig;
    private static Sync sync;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig().seed(50);
        sync = rig.start(Parts.standard());
        rig.bootstrap(sync.port());
    }

    @AfterAll
    static void stop() {
        sync.close();
        rig.close();
    }

    @Test
    void an_order_placed_in_old_appears_in_new() throws Exception {
        Rig.execute(
                rig.oldUrl,
                "insert into ord values (100000001, 1, 3, 'S1', 2, 1230, 2460, '20261025', 'O', 'tschüß 🚲 ', 4711)",
                "update hh set ver = 1 where hh_no = 1",
                "insert into jnl (hh_no, ver, op_id, kind, cust_no, ord_no, amt_c, dt)"
                        + " values (1, 1, 4711, 'PO', 3, 100000001, 2460, '20261025')");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Rig.rows(
                                rig.newUrl,
                                "select version, operation_id, kind from ledger_entry where household_id = 1"))
                        .containsExactly("1|4711|ORDER_PLACED"));
        assertThat(Rig.rows(
                        rig.newUrl, "select status, total, note from purchase_order where order_number = 100000001"))
                .containsExactly("OPEN|24.60|tschüß 🚲 ");
    }
}
