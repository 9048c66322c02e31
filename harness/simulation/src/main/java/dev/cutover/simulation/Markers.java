package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Proofs that the sync is through: a marker behind everything, seen applied in every partition, without a dead letter. Who asks while one is under way waits for the next, with all who do. */
final class Markers {
    private static final long PATIENCE = 1_200 * MS;

    private final World world;
    private final Turns oldToNew = new Turns();
    private final Turns newToOld = new Turns();
    private long sent;

    /** The markers of one direction, one after another. */
    private static final class Turns {
        List<Consumer<Boolean>> underWay = new ArrayList<>();
        List<Consumer<Boolean>> next = new ArrayList<>();
        final Set<Integer> seen = new TreeSet<>();
        long marker;
    }

    Markers(World world) {
        this.world = world;
    }

    private Turns of(Direction direction) {
        return direction == Direction.OLD_TO_NEW ? oldToNew : newToOld;
    }

    /** Whoever asks is told whether it was proven. */
    void prove(Direction direction, Consumer<Boolean> proven) {
        Turns turn = of(direction);
        if (turn.underWay.isEmpty()) {
            turn.underWay.add(proven);
            start(direction);
        } else {
            turn.next.add(proven);
        }
    }

    private void start(Direction direction) {
        Turns turn = of(direction);
        long marker = ++sent;
        turn.marker = marker;
        turn.seen.clear();
        world.links()
                .send(Link.STREAM, Draw.place(0x3A, marker), () -> world.sync().request(direction, marker));
        world.timeline().after(PATIENCE, () -> {
            if (turn.marker == marker) {
                ended(direction, false);
            }
        });
    }

    /** A marker is applied in a partition. */
    void notice(Direction direction, Applying.Notice notice) {
        Turns turn = of(direction);
        if (turn.marker != notice.marker() || turn.underWay.isEmpty()) {
            return;
        }
        if (notice.deadLetters() > 0) {
            ended(direction, false);
            return;
        }
        turn.seen.add(notice.partition());
        int needed = world.has(Defect.AWAITS_THREE_PARTITIONS) ? Pump.PARTITIONS - 1 : Pump.PARTITIONS;
        if (turn.seen.size() >= needed) {
            ended(direction, true);
        }
    }

    private void ended(Direction direction, boolean proven) {
        Turns turn = of(direction);
        List<Consumer<Boolean>> told = turn.underWay;
        turn.marker = 0;
        turn.underWay = turn.next;
        turn.next = new ArrayList<>();
        if (!turn.underWay.isEmpty()) {
            start(direction);
        }
        told.forEach(one -> one.accept(proven));
    }

    /** Nobody waits any more. */
    void crash() {
        for (Turns turn : List.of(oldToNew, newToOld)) {
            turn.marker = 0;
            turn.underWay = new ArrayList<>();
            turn.next = new ArrayList<>();
        }
    }
}
