package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.InFlight;
import dev.cutover.bridge.traffic.Loop;

/**
 * The reference drain: requests in flight end, then a fence shuts out what may still be under way beyond the bridge (answers that
 * timed out, frozen packets), then a marker behind all of it comes out at the other side.
 */
public final class ProvenDrain implements Drain {
    private final Loop loop;
    private final InFlight inFlight;
    private final Fences fences;
    private final Markers markers;

    public ProvenDrain(Loop loop, InFlight inFlight, Fences fences, Markers markers) {
        this.loop = loop;
        this.inFlight = inFlight;
        this.fences = fences;
        this.markers = markers;
    }

    @Override
    public Proof drain(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted {
        long start = System.nanoTime();
        Waiting.on(loop.call(() -> inFlight.ended(bucket)), deadline, "end of the requests in flight");
        long inForce = Waiting.on(
                loop.call(() -> fences.raise(owner, bucket, epoch)),
                deadline,
                "fence at the " + owner.label() + " system");
        if (inForce != epoch) {
            throw new MoveAborted.FenceAhead(epoch, inForce);
        }
        long fenced = System.nanoTime();
        Waiting.on(
                markers.send(Direction.from(owner), deadline),
                deadline,
                "marker " + Direction.from(owner).label());
        return new Proof(millis(fenced - start), millis(System.nanoTime() - fenced));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
