package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of routing: both paths are proven, and then each bucket moves by intent, hold, end of what is in flight, fence, marker, new owner,
 * release; too slow, and it stays with its owner, is released, and tried again.
 */
final class Moves {
    private static final long LIMIT = 30_000 * MS;
    private static final long PREFLIGHT = 3_000 * MS;
    private static final int TRIES = 3;
    static final int ATTEMPTS = 12;
    private static final long BEHIND = 400 * MS;
    /** Fewer than there are buckets, so that some move later than others. */
    private static final int PARALLEL = 3;

    private final World world;
    private final Table table;
    private final Markers markers;
    private @Nullable Change underWay;

    /** One that was asked for. */
    static final class Change {
        private final Course.Route target;
        private final long deadline;
        private final Consumer<Boolean> done;
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private int moving;
        private boolean givenUp;

        Change(Course.Route target, long deadline, Consumer<Boolean> done) {
            this.target = target;
            this.deadline = deadline;
            this.done = done;
        }

        long deadline() {
            return deadline;
        }
    }

    Moves(World world, Table table, Markers markers) {
        this.world = world;
        this.table = table;
        this.markers = markers;
    }

    void crash() {
        underWay = null;
    }

    boolean isChanging() {
        return underWay != null;
    }

    /** Says in the end whether the routing is in force. */
    void change(Course.Route target, Consumer<Boolean> done) {
        Change change = new Change(target, world.timeline().now() + LIMIT, done);
        underWay = change;
        if (world.has(Defect.DECLARES_AT_ONCE)) {
            table.declare(target);
            done.accept(true);
            world.timeline().after(BEHIND, () -> side(change, Node.OLD));
        } else {
            side(change, Node.OLD);
        }
    }

    /** Whether nothing has ended it. */
    boolean goesOn(Change change) {
        return underWay == change;
    }

    /** First what goes back to old, then what goes to new. */
    private void side(Change change, Node to) {
        if (!goesOn(change)) {
            return;
        }
        List<Integer> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < World.BUCKETS; bucket++) {
            if (table.owner(bucket) != to && Table.owner(change.target, bucket) == to) {
                buckets.add(bucket);
            }
        }
        if (buckets.isEmpty()) {
            next(change, to);
        } else {
            preflight(change, to, 1, () -> {
                change.waiting.addAll(buckets);
                fill(change, to);
            });
        }
    }

    private void next(Change change, Node to) {
        if (to == Node.OLD) {
            side(change, Node.NEW);
            return;
        }
        table.declare(change.target);
        if (!world.crashes(Node.BRIDGE, CrashPoint.DECLARED)) {
            end(change, true);
        }
    }

    private void end(Change change, boolean inForce) {
        underWay = null;
        if (!world.has(Defect.DECLARES_AT_ONCE)) {
            change.done.accept(inForce);
        }
    }

    /** What the side that takes over writes must reach the other, and what the other wrote must have reached it. */
    private void preflight(Change change, Node takesOver, int attempt, Runnable proven) {
        boolean[] settled = new boolean[1];
        int[] ways = new int[1];
        Consumer<Boolean> seen = applied -> {
            if (settled[0] || !goesOn(change)) {
                return;
            }
            if (applied && ++ways[0] == 2) {
                settled[0] = true;
                proven.run();
            } else if (!applied) {
                settled[0] = true;
                again(change, takesOver, attempt, proven);
            }
        };
        markers.prove(Direction.from(takesOver), seen);
        markers.prove(Direction.from(takesOver.other()), seen);
        world.timeline().after(PREFLIGHT, () -> seen.accept(false));
    }

    private void again(Change change, Node takesOver, int attempt, Runnable proven) {
        if (attempt < TRIES) {
            preflight(change, takesOver, attempt + 1, proven);
        } else {
            end(change, false);
        }
    }

    /** A bucket has moved; the next may. */
    void ended(Change change, Node to) {
        change.moving--;
        fill(change, to);
    }

    /** A bucket cannot be moved; no other is begun. */
    void giveUp(Change change, Node to) {
        change.givenUp = true;
        ended(change, to);
    }

    /** As many at a time as may. */
    private void fill(Change change, Node to) {
        while (!change.givenUp && change.moving < PARALLEL && !change.waiting.isEmpty()) {
            change.moving++;
            new BucketMove(world, this, change, change.waiting.remove(), to, 1).begin();
        }
        if (change.moving == 0) {
            if (change.givenUp) {
                end(change, false);
            } else {
                next(change, to);
            }
        }
    }
}
