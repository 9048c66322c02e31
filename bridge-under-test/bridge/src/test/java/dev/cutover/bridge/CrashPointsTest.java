package dev.cutover.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.move.Point;
import dev.cutover.crash.CrashPoints;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class CrashPointsTest {
    private static final String ONE_BUCKET = "{\"mode\":\"split\",\"newShare\":0.015625}";

    /** For want of a process that ends: whoever comes to an armed point goes no further. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final CountDownLatch reached = new CountDownLatch(1);
    private World world;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        world = new World(state);
        world.restart(parts -> parts.withCrashPoints(CrashPoints.of(Point.class, () -> {
            reached.countDown();
            throw new Crash();
        })));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void anArmedPointIsReachedByAMoveAndTheNextBridgeCanFinishIt(Point point) throws Exception {
        String name = point.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertThat(post(name).statusCode()).isEqualTo(200);

        world.route(ONE_BUCKET);

        assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
        world.restart(parts -> parts);
        HttpResponse<byte[]> again = world.route(ONE_BUCKET);
        assertThat(Json.read(again.body()).path("onNew").asInt())
                .as(World.text(again))
                .isEqualTo(1);
    }

    @Test
    void theyAreListedWithWhatIsArmed() throws Exception {
        post("fence-asked");

        assertThat(world.get("/crash-points").path("fence-asked").asBoolean()).isTrue();
        assertThat(world.get("/crash-points").path("released").isBoolean()).isTrue();
        assertThat(world.get("/crash-points").path("released").asBoolean()).isFalse();
    }

    @Test
    void whatIsNoPointIsNotFound() throws Exception {
        assertThat(post("no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void aBridgeThatWasStartedWithoutThemHasNone() throws Exception {
        world.restart(parts -> parts);

        assertThat(post("released").statusCode()).isEqualTo(404);
        assertThat(world.admin("GET", "/crash-points", "", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> post(String point) throws IOException, InterruptedException {
        return world.admin("POST", "/crash-points/" + point, "", "");
    }
}
