package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.sync.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class BrokenLinkTest {
    private static final Duration DOWN = Duration.ofMillis(1_700);

    /** Each link is cut and frozen in turn, while both sides write. */
    @Test
    void links_that_die_lose_nothing_and_repeat_nothing() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Rig rig = new Rig().seed(200);
                Sync sync = rig.start();
                ExecutorService writers = Executors.newFixedThreadPool(2)) {
            rig.bootstrap(sync.port());
            Future<Long> forward = writers.submit(() -> write(Schema.OLD, rig.oldUrl, 1, stopped));
            Future<Long> back = writers.submit(() -> write(Schema.NEW, rig.newUrl, 101, stopped));
            for (Consumer<Link> fault : List.<Consumer<Link>>of(Link::cut, Link::freeze)) {
                for (Link link : List.of(rig.oldLink, rig.newLink, rig.kafkaLink)) {
                    fault.accept(link);
                    await().pollDelay(DOWN).until(() -> true);
                    link.heal();
                    rig.awaitMarkers();
                }
            }
            stopped.countDown();
            assertThat(forward.get()).isPositive();
            assertThat(back.get()).isPositive();
            rig.awaitEqual();
            assertThat(Rig.rows(rig.newUrl, "select * from sync.dead_letter")).isEmpty();
            assertThat(Rig.rows(rig.oldUrl, "select * from sync.dead_letter")).isEmpty();
        }
    }

    private static long write(Schema schema, String url, int first, CountDownLatch stopped) throws Exception {
        long written = 0;
        try (Shop shop = new Shop(schema, url)) {
            while (!stopped.await(5, TimeUnit.MILLISECONDS)) {
                shop.place(first + written % 100, (schema == Schema.OLD ? 100_000_000 : 500_000_000) + written, "note");
                written++;
            }
        }
        return written;
    }
}
