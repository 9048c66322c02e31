package dev.cutover.bridge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.move.Direction;
import dev.cutover.bridge.routing.Buckets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MoveTest {
    /** A household of the one bucket that a share of 1/64 moves. */
    private static final long FIRST = LongStream.iterate(1, h -> h + 1)
            .filter(h -> Buckets.of(h) == 0)
            .findFirst()
            .orElseThrow();

    private static final String ONE_BUCKET = "{\"mode\":\"split\",\"newShare\":0.015625}";
    private static final String PAY = "{\"opId\":\"5\",\"hhNo\":" + FIRST + ",\"ordNo\":1}";

    private World world;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        world = new World(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aMoveFencesTheOldOwnerProvesBothPathsAndReportsItself() throws Exception {
        var answer = world.route(ONE_BUCKET);

        JsonNode routing = Json.read(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(routing.path("mode").asText()).isEqualTo("split");
        assertThat(routing.path("onNew").asInt()).isEqualTo(1);
        assertThat(routing.path("moves")).singleElement().satisfies(move -> {
            assertThat(move.path("from").asText()).isEqualTo("old");
            assertThat(move.path("to").asText()).isEqualTo("new");
            assertThat(move.path("epoch").asLong()).isEqualTo(1);
            assertThat(move.path("attempts").asInt()).isEqualTo(1);
            assertThat(move.path("drainMs").isNumber()).isTrue();
            assertThat(move.path("markerMs").isNumber()).isTrue();
        });
        assertThat(world.old.fences).containsExactly(java.util.Map.entry(0, 1L));
        assertThat(world.markers.sent)
                .containsExactly(Direction.NEW_TO_OLD, Direction.OLD_TO_NEW, Direction.OLD_TO_NEW);
    }

    @Test
    void requestsOfABucketThatMovesWaitAndGoToItsNewOwner() throws Exception {
        CompletableFuture<Void> applied = new CompletableFuture<>();
        CountDownLatch draining = new CountDownLatch(1);
        world.markers.answer = direction -> {
            if (world.old.fences.isEmpty()) {
                return CompletableFuture.completedStage(null);
            }
            draining.countDown();
            return applied;
        };
        var change = CompletableFuture.supplyAsync(() -> quietly(ONE_BUCKET));
        assertThat(draining.await(5, SECONDS)).isTrue();

        var held = world.postAsync("read-customer", "{\"hhNo\":" + FIRST + ",\"custNo\":3}");
        await().until(() -> metric("bridge_held_now") == 1);
        assertThat(held).isNotDone();
        applied.complete(null);

        assertThat(held.get(5, SECONDS).statusCode()).isEqualTo(200);
        assertThat(change.get(5, SECONDS).path("moves").path(0).path("held").asInt())
                .isEqualTo(1);
        assertThat(world.old.asked).isEmpty();
        assertThat(world.replacement.asked).hasSize(1);
    }

    @Test
    void withoutTheFencesAnswerTheBucketStaysAndItsEpochRises() throws Exception {
        world.old.fenceStatus.set(500);

        var answer = world.route(ONE_BUCKET);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(World.text(answer)).contains("bucket 0 after 12 attempts", "fence", "mode old", "0 of 64");
        assertThat(world.get("/routing").path("mode").asText()).isEqualTo("old");
        world.post("pay-order", PAY);
        assertThat(world.replacement.asked).isEmpty();
        assertThat(world.old.asked).singleElement().satisfies(asked -> {
            assertThat(asked.header("X-Epoch")).isEqualTo("12");
            assertThat(world.old.fences).containsEntry(0, 12L);
        });
    }

    @Test
    void withoutAProvenReversePathNothingMoves() throws Exception {
        world.markers.refuse(Direction.NEW_TO_OLD, "2 dead letters");

        var answer = world.route("{\"mode\":\"new\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(World.text(answer)).contains("reverse path", "2 dead letters", "0 of 64");
        assertThat(world.old.fences).isEmpty();
    }

    @Test
    void aFenceThatIsAheadIsCaughtUpWith() throws Exception {
        world.old.fences.put(0, 40L);

        JsonNode moved = quietly(ONE_BUCKET);

        assertThat(moved.path("moves").path(0).path("epoch").asInt()).isEqualTo(41);
    }

    @Test
    void aWriteRefusedAsFencedIsSentOnceMoreToTheOwner() throws Exception {
        world.old.behave(
                asked -> new FakeSystem.Reply(200, Json.object().put("rc", 40).put("msg", "fenced")));

        assertThat(world.ask("pay-order", PAY).path("rc").asInt()).isEqualTo(40);
        assertThat(world.old.asked).hasSize(2);
    }

    @Test
    void aSecondChangeIsRefusedWhileOneIsUnderWay() throws Exception {
        CompletableFuture<Void> applied = new CompletableFuture<>();
        world.markers.answer = direction -> applied;
        var change = CompletableFuture.supplyAsync(() -> quietly(ONE_BUCKET));
        await().until(() -> world.get("/routing").path("changing").asBoolean());

        assertThat(world.route("{\"mode\":\"old\"}").statusCode()).isEqualTo(409);
        applied.complete(null);
        assertThat(change.get(5, SECONDS).path("onNew").asInt()).isEqualTo(1);
    }

    private double metric(String name) throws Exception {
        return World.text(world.admin("GET", "/metrics", "", ""))
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode quietly(String routing) {
        try {
            return Json.read(world.route(routing).body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
