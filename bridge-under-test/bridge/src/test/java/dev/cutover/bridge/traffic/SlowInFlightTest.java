package dev.cutover.bridge.traffic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.bridge.move.Deadline;
import dev.cutover.bridge.move.Fences;
import dev.cutover.bridge.move.MoveAborted;
import dev.cutover.bridge.move.ProvenDrain;
import dev.cutover.bridge.routing.Side;
import dev.cutover.crash.CrashPoints;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SlowInFlightTest {

    @Test
    void aDrainEndsWithoutAFenceIfRequestsInFlightAreSlow() {
        Vertx vertx = Vertx.vertx();
        try {
            EventLoop loop = new EventLoop(vertx.getOrCreateContext());
            InFlight inFlight = new InFlight();
            // Nothing listens there: a drain that did not wait would fail at the fence instead.
            SystemClient nowhere = new SystemClient(vertx, URI.create("http://127.0.0.1:1"), 1, Duration.ofSeconds(1));
            ProvenDrain drain = ProvenDrain.of(
                    loop,
                    inFlight,
                    new Fences(nowhere, nowhere),
                    (direction, deadline) -> new CompletableFuture<>(),
                    CrashPoints.off());
            inFlight.enter(0);

            assertThatThrownBy(() -> drain.drain(0, Side.OLD, 1, Deadline.in(Duration.ofMillis(200))))
                    .isInstanceOf(MoveAborted.class)
                    .hasMessageContaining("in flight");

            inFlight.leave(0);
            assertThatThrownBy(() -> drain.drain(0, Side.OLD, 1, Deadline.in(Duration.ofSeconds(5))))
                    .isInstanceOf(MoveAborted.class)
                    .hasMessageContaining("fence");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
