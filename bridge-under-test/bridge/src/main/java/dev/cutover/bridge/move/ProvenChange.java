package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.routing.Target;
import dev.cutover.crash.CrashPoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The reference's change: one at a time, each within 30 s, every bucket by a proven move. */
public final class ProvenChange implements RoutingChange {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Routing routing;
    private final Preflight preflight;
    private final Function<Deadline, Moves> moves;
    private final CrashPoints crash;
    private final AtomicBoolean changing = new AtomicBoolean();

    public ProvenChange(Routing routing, Markers markers, BucketMove move, MoveMeters meters, CrashPoints crash) {
        this.routing = routing;
        this.crash = crash;
        this.preflight = new Preflight(markers);
        this.moves = deadline -> new Moves(move, meters, deadline);
    }

    @Override
    public boolean isChanging() {
        return changing.get();
    }

    @Override
    public Result to(Target target) {
        if (!changing.compareAndSet(false, true)) {
            return new Result.Refused(
                    "another routing change is under way; wait until GET /routing says changing: false");
        }
        try {
            return change(target);
        } finally {
            changing.set(false);
        }
    }

    private Result change(Target target) {
        Stopwatch change = Stopwatch.started();
        Deadline deadline = Deadline.in(LIMIT);
        List<Moved> moved = new ArrayList<>();
        crash.pass(Point.CHANGE_ASKED);
        try {
            for (Side side : Side.values()) {
                moved.addAll(move(side, target, deadline));
            }
            crash.pass(Point.BUCKETS_MOVED);
            routing.declare(target);
            crash.pass(Point.ROUTING_RECORDED);
        } catch (MoveAborted e) {
            return refused(target, e.reason());
        } catch (IOException e) {
            return refused(target, "the routing log cannot be written: " + e);
        }
        return new Result.InForce(target, change.millis(), moved);
    }

    private List<Moved> move(Side to, Target target, Deadline deadline) throws MoveAborted {
        List<Integer> buckets = routing.table().toMove(target).stream()
                .filter(bucket -> target.owner(bucket) == to)
                .toList();
        if (buckets.isEmpty()) {
            return List.of();
        }
        preflight.prove(to, deadline);
        crash.pass(Point.PATHS_PROVEN);
        Moves run = moves.apply(deadline);
        List<Moved> moved = run.to(to, buckets);
        String givenUp = run.givenUp();
        if (givenUp != null) {
            throw new MoveAborted(givenUp);
        }
        return moved;
    }

    private Result refused(Target target, String why) {
        RoutingTable table = routing.table();
        return new Result.Refused("mode " + target.mode().label() + " with newShare " + target.newShare()
                + " is not in force: " + why + ". Now in force: mode "
                + table.inForce().mode().label() + ", "
                + table.onNew() + " of 64 buckets on new, every bucket served by its owner");
    }
}
