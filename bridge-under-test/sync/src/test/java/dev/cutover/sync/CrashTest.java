package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class CrashTest {
    private static final int HOUSEHOLDS = 900;
    /** About the load of a rehearsal: a sync that has just started cold must be able to catch up. */
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(8);

    /** Killed in the bootstrap and twice more, while both sides write: at the end both hold the same, once. */
    @Test
    void kills_lose_nothing_and_repeat_nothing() throws Exception {
        whileBothWrite(CrashTest::killAndCompare);
    }

    /** At each of its points in turn, while both sides write. */
    @Test
    void crashes_between_any_two_steps_lose_nothing_and_repeat_nothing() throws Exception {
        whileBothWrite(CrashTest::crashAndCompare);
    }

    private interface Course {
        void play(Rig rig, ExecutorService writers, AtomicBoolean going) throws Exception;
    }

    private static void whileBothWrite(Course course) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        try (Rig rig = new Rig().seed(HOUSEHOLDS);
                ExecutorService writers = Executors.newFixedThreadPool(2)) {
            try {
                course.play(rig, writers, going);
            } finally {
                going.set(false); // else closing the writers would wait for ever
            }
        }
    }

    private static void crashAndCompare(Rig rig, ExecutorService writers, AtomicBoolean going) throws Exception {
        Future<Long> forward = writers.submit(() -> write(Schema.OLD, rig.oldUrl, 1, going));
        Process sync = armed(rig, Point.CHUNK_COPIED);
        rig.requestBootstrap(rig.syncPort());
        assertThat(crashed(sync)).isTrue();
        sync = start(rig);
        rig.bootstrap(rig.syncPort());
        Future<Long> back = writers.submit(() -> write(Schema.NEW, rig.newUrl, HOUSEHOLDS / 2 + 1, going));
        sync.destroyForcibly().onExit().join();
        for (Point point : EnumSet.range(Point.PUBLISHED, Point.OFFSETS_TOLD)) {
            sync = armed(rig, point);
            String unused = rig.marker(Direction.OLD_TO_NEW);
            assertThat(crashed(sync)).as(point.name()).isTrue();
        }
        sync = start(rig);
        going.set(false);
        assertThat(forward.get() + back.get()).isGreaterThan(200);
        rig.awaitEqual();
        assertThat(Rig.rows(rig.newUrl, "select * from sync.dead_letter")).isEmpty();
        assertThat(Rig.rows(rig.oldUrl, "select * from sync.dead_letter")).isEmpty();
        sync.destroyForcibly().onExit().join();
    }

    private static Process armed(Rig rig, Point point) throws Exception {
        Process sync = start(rig);
        String name = point.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            assertThat(rig.post(rig.syncPort(), "/crash-points/" + name, "").statusCode())
                    .isEqualTo(200);
        } catch (IOException crashedBeforeItAnswered) {
            assertThat(crashed(sync)).isTrue();
        }
        return sync;
    }

    private static boolean crashed(Process sync) throws InterruptedException {
        return sync.waitFor(20, TimeUnit.SECONDS) && sync.exitValue() == 137;
    }

    private static void killAndCompare(Rig rig, ExecutorService writers, AtomicBoolean going) throws Exception {
        Process sync = start(rig);
        Future<Long> forward = writers.submit(() -> write(Schema.OLD, rig.oldUrl, 1, going));
        rig.requestBootstrap(rig.syncPort());
        sync.destroyForcibly().onExit().join();
        sync = start(rig);
        rig.bootstrap(rig.syncPort());
        Future<Long> back = writers.submit(() -> write(Schema.NEW, rig.newUrl, HOUSEHOLDS / 2 + 1, going));
        for (int kill = 0; kill < 2; kill++) {
            String marker = rig.marker(kill == 0 ? Direction.OLD_TO_NEW : Direction.NEW_TO_OLD);
            rig.awaitMarker(kill == 0 ? rig.newUrl : rig.oldUrl, marker);
            sync.destroyForcibly().onExit().join();
            sync = start(rig);
        }
        going.set(false);
        assertThat(forward.get() + back.get()).isGreaterThan(200);
        rig.awaitEqual();
        assertThat(Rig.rows(rig.newUrl, "select * from sync.dead_letter")).isEmpty();
        assertThat(Rig.rows(rig.oldUrl, "select * from sync.dead_letter")).isEmpty();
        sync.destroyForcibly().onExit().join();
    }

    private static long write(Schema schema, String url, int first, AtomicBoolean going) throws SQLException {
        long written = 0;
        try (Shop shop = new Shop(schema, url)) {
            while (going.get()) {
                long household = first + written % (HOUSEHOLDS / 2);
                shop.place(household, (schema == Schema.OLD ? 100_000_000 : 500_000_000) + written, "note");
                written++;
                LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
            }
        }
        return written;
    }

    private static Process start(Rig rig) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sync.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "sync-in-crash-test.log").toFile());
        builder.environment().putAll(rig.environment());
        builder.environment().put(CrashPoints.VARIABLE, "on");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        rig.awaitUp(rig.syncPort());
        return process;
    }
}
