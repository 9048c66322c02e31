package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.Deadline;
import dev.cutover.bridge.move.Drain;
import dev.cutover.bridge.move.MoveAborted;
import dev.cutover.bridge.routing.Side;
import io.micrometer.core.instrument.Counter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Correct but odd: the first attempt of each move of a bucket is aborted when all is proven, and the next is let
 * through.
 */
public final class AbortsFirstAttempts implements Drain {
    private final Drain proven;
    private final Counter activated;
    private final Set<Integer> aborted = ConcurrentHashMap.newKeySet();

    private AbortsFirstAttempts(Drain proven, Counter activated) {
        this.proven = proven;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(AbortsFirstAttempts::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withDrain(proven -> new AbortsFirstAttempts(proven, activated));
    }

    @Override
    public Proof drain(int bucket, Side owner, long epoch, Deadline deadline) throws MoveAborted {
        Proof proof = proven.drain(bucket, owner, epoch, deadline);
        if (!aborted.remove(bucket)) {
            aborted.add(bucket);
            activated.increment();
            throw new MoveAborted("a first attempt");
        }
        return proof;
    }
}
