package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.sync.schema.Schema;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class DeadLetterTest {

    @Test
    void what_does_not_fit_blocks_its_household_only() throws Exception {
        try (Rig rig = new Rig().seed(8);
                Sync sync = rig.start();
                Shop old = new Shop(Schema.OLD, rig.oldUrl)) {
            rig.bootstrap(sync.port());
            Rig.execute(rig.newUrl, "update household set version = 7 where id = 1");
            old.place(1, 100_000_001, null);
            old.place(1, 100_000_002, null);
            Rig.execute(rig.oldUrl, "update ord set st = 'C' where ord_no = 2");
            Rig.execute(
                    rig.oldUrl,
                    "update ord set st = 'X' where ord_no = 3",
                    "insert into jnl (hh_no, ver, op_id, kind, dt)" + " values (3, 1, 31, 'CO', '20261122')",
                    "update hh set ver = 1 where hh_no = 3");
            old.place(4, 100_000_004, null);
            rig.awaitNewer(4, 1);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(Rig.rows(
                                    rig.newUrl,
                                    "select household, version, left(reason, 25) from sync.dead_letter order by 1, 2"))
                            .containsExactly(
                                    "1|1|household 1 must be at ve",
                                    "1|2|household 1 is blocked by",
                                    "2|0|a transaction must append",
                                    "3|1|ord.st must be one of [C,"));
            assertThat(rig.get(sync.port(), "/lag").body()).contains("\"deadLetters\":4");
        }
    }
}
