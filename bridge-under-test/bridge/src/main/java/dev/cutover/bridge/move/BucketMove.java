package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Gate;
import dev.cutover.bridge.traffic.Hold;
import dev.cutover.crash.CrashPoints;
import java.io.IOException;

/** One attempt to move a bucket: intent → hold → drain → new owner → release; or released to the present owner. */
public final class BucketMove {
    private final Routing routing;
    private final Gate gate;
    private final Drain drain;
    private final CrashPoints crash;

    public BucketMove(Routing routing, Gate gate, Drain drain, CrashPoints crash) {
        this.routing = routing;
        this.gate = gate;
        this.drain = drain;
        this.crash = crash;
    }

    /** Blocks, for not much longer than requests may be held. */
    public Moved attempt(int bucket, Side to, int attempt, Deadline deadline) throws MoveAborted {
        long epoch = intend(bucket);
        crash.pass(Point.EPOCH_DURABLE);
        Stopwatch hold = Stopwatch.started();
        gate.close(bucket);
        crash.pass(Point.HELD);
        Drain.Proof proof;
        try {
            proof = drain.drain(bucket, to.other(), epoch, deadline.butAtMost(Hold.BUDGET));
            routing.give(bucket, to, epoch);
            crash.pass(Point.OWNER_DURABLE);
        } catch (MoveAborted e) {
            release(bucket, e instanceof MoveAborted.FenceAhead ahead ? ahead.inForce() : epoch);
            throw e;
        } catch (IOException e) {
            release(bucket, epoch);
            throw unwritten(e);
        } catch (RuntimeException e) {
            release(bucket, epoch);
            throw e;
        }
        int held = gate.open(bucket);
        crash.pass(Point.RELEASED);
        return new Moved(bucket, to.other(), to, epoch, hold.millis(), proof, held, attempt);
    }

    private long intend(int bucket) throws MoveAborted {
        try {
            return routing.intend(bucket);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void release(int bucket, long epoch) {
        // A fence whose answer was lost may have been raised: only the new epoch is sure to pass it.
        routing.keep(bucket, epoch);
        gate.open(bucket);
    }

    private static MoveAborted unwritten(IOException e) {
        return new MoveAborted("the routing log cannot be written: " + e);
    }
}
