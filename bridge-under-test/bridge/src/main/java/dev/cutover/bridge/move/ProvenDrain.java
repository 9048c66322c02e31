package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.EventLoop;
import dev.cutover.bridge.traffic.InFlight;
import dev.cutover.crash.CrashPoints;
import java.util.concurrent.CompletionStage;

/**
 * The reference drain: requests in flight end, then a fence shuts out what may still be under way beyond the bridge
 * (answers that timed out, frozen packets), then a marker behind all of it comes out at the other side. Each step can be
 * replaced alone.
 */
public record ProvenDrain(Step requests, Step fence, Step marker) implements Drain {

    /** A part of the proof. Blocks; throws MoveAborted if it is not complete by the deadline. */
    @FunctionalInterface
    public interface Step {
        void take(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted;
    }

    /** The three steps; the process may be made to crash after each, and while it waits for the fence and for the marker. */
    public static ProvenDrain of(EventLoop loop, InFlight inFlight, Fences fences, Markers markers, CrashPoints crash) {
        return new ProvenDrain(
                (bucket, owner, epoch, deadline) -> {
                    Waiting.on(loop.call(() -> inFlight.ended(bucket)), deadline, "end of the requests in flight");
                    crash.pass(Point.REQUESTS_ENDED);
                },
                (bucket, owner, epoch, deadline) -> {
                    CompletionStage<Long> asked = loop.call(() -> fences.raise(owner, bucket, epoch));
                    crash.pass(Point.FENCE_ASKED);
                    inForce(epoch, Waiting.on(asked, deadline, "fence at the " + owner.label() + " system"));
                    crash.pass(Point.FENCE_ACKNOWLEDGED);
                },
                (bucket, owner, epoch, deadline) -> {
                    CompletionStage<Void> sent = markers.send(Direction.from(owner), deadline);
                    crash.pass(Point.MARKER_SENT);
                    Waiting.on(sent, deadline, "marker " + Direction.from(owner).label());
                    crash.pass(Point.MARKER_SEEN);
                });
    }

    @Override
    public Proof drain(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted {
        Stopwatch drain = Stopwatch.started();
        requests.take(bucket, owner, epoch, deadline);
        fence.take(bucket, owner, epoch, deadline);
        double drainMs = drain.millis();
        Stopwatch marked = Stopwatch.started();
        marker.take(bucket, owner, epoch, deadline);
        return new Proof(drainMs, marked.millis());
    }

    private static void inForce(long asked, long found) throws MoveAborted.FenceAhead {
        if (found != asked) {
            throw new MoveAborted.FenceAhead(asked, found);
        }
    }
}
