package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of changes at their target: one is applied only onto the version before it; what is there already is skipped; anything else is dead. */
final class Applying {
    private static final long TORN = 100 * MS;
    private static final int SKIPPED = 100;

    private final World world;
    private final Direction direction;
    private final Set<Integer> blocked = new TreeSet<>();
    private final Set<Long> echoed = new TreeSet<>();
    private final long[] dead = new long[Pump.PARTITIONS];

    /** What came out of a partition. */
    record Arrived(int partition, Store.Entry entry) {}

    /** A marker is applied in a partition, in which so many changes were dead. */
    record Notice(long marker, int partition, long deadLetters) {}

    Applying(World world, Direction direction) {
        this.world = world;
        this.direction = direction;
    }

    long deadLetters() {
        long all = 0;
        for (long letters : dead) {
            all += letters;
        }
        return all;
    }

    /** All of it in one transaction. */
    List<Notice> apply(List<Arrived> batch) {
        List<Notice> notices = new ArrayList<>();
        for (Arrived arrived : batch) {
            switch (arrived.entry()) {
                case Store.Entry.Change change -> change(change, arrived.partition());
                case Store.Entry.Marker marker ->
                    notices.add(new Notice(marker.id(), arrived.partition(), dead[arrived.partition()]));
            }
        }
        return notices;
    }

    private Store target() {
        return world.system(direction.target()).store();
    }

    private void change(Store.Entry.Change change, int partition) {
        Row row = change.row();
        if (!change.local()) {
            if (echoed.add(row.operation())) {
                write(row);
            }
            return;
        }
        Store.State state = target().key(row.key());
        int version = state == null ? -1 : state.version;
        boolean compares = !(world.has(Defect.APPLIES_WITHOUT_COMPARE) && direction == Direction.OLD_TO_NEW);
        if (!compares && state != null) {
            write(row);
        } else if (version >= row.version() && target().holds(row)) {
            return;
        } else if (version == row.version() - 1 && !blocked.contains(row.key())) {
            write(row);
        } else {
            dead[partition]++;
            blocked.add(row.key());
        }
    }

    private void write(Row row) {
        boolean back = direction == Direction.NEW_TO_OLD;
        Store.State state = target().key(row.key());
        if (world.has(Defect.SKIPS_ONE_IN_A_HUNDRED) && back && state != null && picked(row)) {
            state.version = row.version();
            return;
        }
        if (world.has(Defect.WIPES_KEPT) && back && state != null) {
            state.kept = "";
        }
        boolean torn = world.has(Defect.TEARS_TRANSACTIONS)
                && world.course().kind(row.kind()).role() == Role.TRANSFER;
        target().commit(row, false, !torn);
        if (torn) {
            world.timeline().after(TORN, () -> target().give(row));
        }
        world.sync().committed(direction.target());
    }

    private boolean picked(Row row) {
        return world.draw().of(SKIPPED, row.operation()) == 0;
    }
}
