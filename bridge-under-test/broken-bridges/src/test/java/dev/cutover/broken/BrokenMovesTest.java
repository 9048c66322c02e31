package dev.cutover.broken;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.FakeSystem;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.move.Direction;
import dev.cutover.bridge.routing.Buckets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Moves that leave out a part of the proof, and odd ones that do not. */
class BrokenMovesTest extends OnABridge {
    private static final String NEW = "{\"mode\":\"new\"}";

    @Test
    void itSkipsTheFence() throws Exception {
        world.restart(SkipsTheFence::variant);
        Defects.route(world, NEW);

        assertThat(world.old.fences).isEmpty();
        assertThat(world.markers.sent.size())
                .as("those before the moves, and some")
                .isGreaterThan(2);
        assertThat(Defects.activated(world)).isEqualTo(Buckets.COUNT);
    }

    @Test
    void itSkipsTheMarker() throws Exception {
        world.restart(SkipsTheMarker::variant);
        Defects.route(world, NEW);

        assertThat(world.markers.sent)
                .as("before the moves only")
                .containsExactly(Direction.NEW_TO_OLD, Direction.OLD_TO_NEW);
        assertThat(world.old.fences).hasSize(Buckets.COUNT);
        assertThat(Defects.activated(world)).isEqualTo(Buckets.COUNT);
    }

    @Test
    void itLeavesRequestsInFlight() throws Exception {
        world.restart(LeavesRequestsInFlight::variant);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        world.old.behave(request -> {
            asked.countDown();
            answer.await();
            return new FakeSystem.Reply(200, Json.object().put("rc", 40));
        });
        var inFlight = world.postAsync("pay-order", PAY);
        assertThat(asked.await(5, SECONDS)).isTrue();

        Defects.route(world, NEW);

        assertThat(inFlight).isNotDone();
        assertThat(world.old.fences).hasSize(Buckets.COUNT);
        assertThat(Defects.activated(world)).isEqualTo(Buckets.COUNT);
        answer.countDown();
        inFlight.get(5, SECONDS);
        assertThat(world.replacement.asked)
                .as("refused by the fence, sent again")
                .hasSize(1);
    }

    @Test
    void itAwaitsThreePartitions() throws Exception {
        world.restart(AwaitsThreePartitions::variant);
        world.markers.loseThoseOf(3);

        Defects.route(world, NEW);

        assertThat(Defects.activated(world)).isEqualTo(world.markers.sent.size());
    }

    @Test
    void itForgetsEpochs() throws Exception {
        world.restart(ForgetsEpochs::variant);
        Defects.route(world, NEW);
        world.post("pay-order", PAY);
        world.readCustomer(1);

        assertThat(world.replacement.asked.getFirst().header("X-Epoch")).isEqualTo(String.valueOf(Long.MAX_VALUE));
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itAbortsFirstAttempts() throws Exception {
        world.restart(AbortsFirstAttempts::variant);

        JsonNode moves =
                Defects.route(world, "{\"mode\":\"split\",\"newShare\":0.125}").path("moves");
        JsonNode back = Defects.route(world, "{\"mode\":\"old\"}").path("moves");

        assertThat(moves).hasSize(8).allMatch(move -> move.path("attempts").asInt() == 2);
        assertThat(back).hasSize(8).allMatch(move -> move.path("attempts").asInt() == 2);
        assertThat(Defects.activated(world)).isEqualTo(16);
    }

    @Test
    void itGoesBackSlowly() throws Exception {
        Duration pause = Duration.ofMillis(20);
        world.restart(parts -> SlowRollback.variant(parts, pause));
        Defects.route(world, NEW);
        assertThat(Defects.activated(world)).isZero();

        JsonNode back = Defects.route(world, "{\"mode\":\"old\"}");

        assertThat(back.path("moves")).hasSize(Buckets.COUNT);
        assertThat(back.path("mode").asText()).isEqualTo("old");
        assertThat(back.path("onNew").asInt()).isZero();
        assertThat(back.path("tookMs").asLong()).isGreaterThanOrEqualTo(8 * pause.toMillis());
        assertThat(Defects.activated(world)).isEqualTo(1);
    }
}
