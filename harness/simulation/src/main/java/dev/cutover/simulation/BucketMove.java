package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

/** One attempt to move a bucket: intent, hold, end of what is in flight, fence, marker, new owner, release; or released to the present owner. */
final class BucketMove {
    private static final int LONGEST_BACK_OFFS = 4;
    private static final long BACK_OFF = 150 * MS;

    private final World world;
    private final Moves moves;
    private final Moves.Change change;
    private final int bucket;
    private final Node to;
    private final int attempt;
    private long epoch;
    private boolean settled;

    BucketMove(World world, Moves moves, Moves.Change change, int bucket, Node to, int attempt) {
        this.world = world;
        this.moves = moves;
        this.change = change;
        this.bucket = bucket;
        this.to = to;
        this.attempt = attempt;
    }

    private boolean over() {
        return settled || !moves.goesOn(change);
    }

    void begin() {
        epoch = world.bridge().table().intend(bucket);
        if (world.crashes(Node.BRIDGE, CrashPoint.INTENDED)) {
            return;
        }
        world.bridge().close(bucket);
        world.timeline().after(SimulatedBridge.HOLD, () -> abort(epoch));
        boolean leaves = world.has(Defect.LEAVES_REQUESTS_IN_FLIGHT);
        if (world.has(Defect.ABORTS_FIRST_ATTEMPTS) && attempt == 1) {
            abort(epoch);
        } else if (world.has(Defect.MOVES_WITHOUT_DRAINING)) {
            give();
        } else if (leaves) {
            fence();
        } else {
            world.bridge().whenEnded(bucket, this::fence);
        }
    }

    private void fence() {
        if (over()) {
            return;
        }
        if (world.has(Defect.SKIPS_THE_FENCE)) {
            mark();
            return;
        }
        Node owner = to.other();
        long place = Draw.place(Draw.place(0xFE, bucket), epoch);
        world.links()
                .<Long>call(
                        Link.toSystem(owner),
                        place,
                        answer -> world.system(owner).fence(bucket, epoch, answer),
                        this::fenced);
    }

    private void fenced(long inForce) {
        if (over()) {
            return;
        }
        if (inForce != epoch) {
            abort(inForce);
        } else if (!world.crashes(Node.BRIDGE, CrashPoint.FENCED)) {
            mark();
        }
    }

    private void mark() {
        if (world.has(Defect.SKIPS_THE_MARKER)) {
            give();
        } else {
            world.bridge().markers().prove(Direction.from(to.other()), this::marked);
        }
    }

    private void marked(boolean applied) {
        if (over()) {
            return;
        }
        if (!applied) {
            abort(epoch);
        } else if (!world.crashes(Node.BRIDGE, CrashPoint.MARKED)) {
            give();
        }
    }

    private void give() {
        settled = true;
        world.bridge().table().give(bucket, to, epoch);
        if (world.crashes(Node.BRIDGE, CrashPoint.GIVEN)) {
            return;
        }
        world.bridge().open(bucket);
        moves.ended(change, to);
    }

    private void abort(long passes) {
        if (over()) {
            return;
        }
        settled = true;
        world.bridge().table().keep(bucket, passes);
        world.bridge().open(bucket);
        if (attempt == Moves.ATTEMPTS || world.timeline().now() > change.deadline()) {
            moves.giveUp(change, to);
            return;
        }
        world.timeline().after(BACK_OFF * Math.min(attempt, LONGEST_BACK_OFFS), () -> {
            if (moves.goesOn(change)) {
                new BucketMove(world, moves, change, bucket, to, attempt + 1).begin();
            }
        });
    }
}
