package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.EventLoop;
import dev.cutover.bridge.traffic.InFlight;

/**
 * The reference drain: requests in flight end, then a fence shuts out what may still be under way beyond the bridge
 * (answers that timed out, frozen packets), then a marker behind all of it comes out at the other side.
 */
public final class ProvenDrain implements Drain {
    private final EventLoop loop;
    private final InFlight inFlight;
    private final Fences fences;
    private final Markers markers;

    public ProvenDrain(EventLoop loop, InFlight inFlight, Fences fences, Markers markers) {
        this.loop = loop;
        this.inFlight = inFlight;
        this.fences = fences;
        this.markers = markers;
    }

    @Override
    public Proof drain(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted {
        Stopwatch drain = Stopwatch.started();
        Waiting.on(loop.call(() -> inFlight.ended(bucket)), deadline, "end of the requests in flight");
        long inForce = Waiting.on(
                loop.call(() -> fences.raise(owner, bucket, epoch)),
                deadline,
                "fence at the " + owner.label() + " system");
        if (inForce != epoch) {
            throw new MoveAborted.FenceAhead(epoch, inForce);
        }
        double drainMs = drain.millis();
        Stopwatch marker = Stopwatch.started();
        Waiting.on(
                markers.send(Direction.from(owner), deadline),
                deadline,
                "marker " + Direction.from(owner).label());
        return new Proof(drainMs, marker.millis());
    }
}
