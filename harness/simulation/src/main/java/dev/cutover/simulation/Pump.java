package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One direction of the sync. It reads the source's log from a durable position, leaves out what came from the other side, and publishes by key
 * into partitions; it applies what has arrived in one transaction of the target, tells of markers, and only then makes durable how far it has
 * read. Whatever is not answered is done again from what is durable.
 */
final class Pump {
    static final int PARTITIONS = 4;
    private static final int BATCH = 6;
    private static final int MOST_OF_A_PARTITION = 3;
    private static final long PATIENCE = 400 * MS;
    private static final long EARLY = 300 * MS;

    private final World world;
    private final Direction direction;
    private final Applying applying;
    private final List<List<Store.Entry>> partitions = new ArrayList<>();
    // Durable.
    private int captured;
    private final int[] committed = new int[PARTITIONS];
    // Of this life.
    private final int[] position = new int[PARTITIONS];
    private boolean capturing;
    private boolean working;
    private int life;
    private int publications;
    private long messages;

    Pump(World world, Direction direction) {
        this.world = world;
        this.direction = direction;
        this.applying = new Applying(world, direction);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new ArrayList<>());
        }
    }

    /** Changes that could not be applied. */
    long deadLetters() {
        return applying.deadLetters();
    }

    /** Forgets what is not durable. */
    void crash() {
        life++;
        capturing = false;
        working = false;
        System.arraycopy(committed, 0, position, 0, PARTITIONS);
    }

    private long place() {
        return Draw.place(Draw.place(0x50 + direction.number(), life), messages++);
    }

    /** There may be something new in the source's log, or in the stream. */
    void wake() {
        capture();
        work();
    }

    private void capture() {
        List<Store.Entry> log = world.system(direction.source()).store().log();
        if (capturing || world.sync().isDown() || captured >= log.size()) {
            return;
        }
        capturing = true;
        int now = life;
        world.timeline().after(world.draw().between(MS, 6 * MS, place()), () -> {
            if (now == life) {
                publish(List.copyOf(log.subList(captured, Math.min(log.size(), captured + BATCH))));
            }
        });
    }

    private void publish(List<Store.Entry> entries) {
        int now = life;
        int attempt = ++publications;
        world.timeline().after(PATIENCE, () -> {
            if (now == life && capturing && attempt == publications) {
                capturing = false;
                wake();
            }
        });
        int until = captured + entries.size();
        world.links()
                .<Boolean>call(
                        Link.STREAM,
                        place(),
                        answer -> {
                            entries.forEach(this::append);
                            work();
                            answer.accept(true);
                        },
                        done -> published(now, until));
    }

    private void published(int ofLife, int until) {
        if (ofLife != life || until <= captured || world.crashes(Node.SYNC, CrashPoint.PUBLISHED)) {
            return;
        }
        captured = until;
        capturing = false;
        capture();
    }

    private void append(Store.Entry entry) {
        switch (entry) {
            case Store.Entry.Change change -> {
                if (change.local() || world.has(Defect.ECHOING_SYNC)) {
                    partitions.get(change.row().key() % PARTITIONS).add(change);
                }
            }
            case Store.Entry.Marker marker -> partitions.forEach(partition -> partition.add(marker));
        }
    }

    /** Forward application waits for the bootstrap. */
    private void work() {
        boolean early = direction == Direction.OLD_TO_NEW && !world.sync().bootstrapped();
        if (working || world.sync().isDown() || early) {
            return;
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (position[partition] < partitions.get(partition).size()) {
                working = true;
                int now = life;
                world.timeline().after(world.draw().between(MS, 5 * MS, place()), () -> {
                    if (now == life) {
                        apply();
                    }
                });
                return;
            }
        }
    }

    private void apply() {
        List<Applying.Arrived> batch = new ArrayList<>();
        int[] until = position.clone();
        int first = world.draw().of(PARTITIONS, place());
        for (int i = 0; i < PARTITIONS; i++) {
            int partition = (first + i) % PARTITIONS;
            List<Store.Entry> entries = partitions.get(partition);
            // Not all that is there, or nothing: partitions are not read in step.
            int most = world.draw().of(MOST_OF_A_PARTITION + 1, place());
            while (until[partition] < entries.size() && until[partition] - position[partition] < most) {
                batch.add(new Applying.Arrived(partition, entries.get(until[partition]++)));
            }
        }
        if (world.has(Defect.OFFSET_BEFORE_APPLY)) {
            System.arraycopy(until, 0, committed, 0, PARTITIONS);
            int now = life;
            world.timeline().after(EARLY, () -> {
                if (now == life) {
                    transact(batch, until);
                }
            });
        } else {
            transact(batch, until);
        }
    }

    private void transact(List<Applying.Arrived> batch, int[] until) {
        int now = life;
        boolean[] answered = new boolean[1];
        world.timeline().after(PATIENCE, () -> {
            if (now == life && !answered[0]) {
                life++;
                capturing = false;
                working = false;
                System.arraycopy(committed, 0, position, 0, PARTITIONS);
                wake();
            }
        });
        world.links()
                .<List<Applying.Notice>>call(
                        Link.ofSync(direction.target()),
                        place(),
                        answer -> {
                            // The database is there even where its system is down.
                            answer.accept(applying.apply(batch));
                        },
                        notices -> {
                            if (now == life) {
                                answered[0] = true;
                                finish(notices, until);
                            }
                        });
    }

    private void finish(List<Applying.Notice> notices, int[] until) {
        if (world.crashes(Node.SYNC, CrashPoint.APPLIED)) {
            return;
        }
        notices.forEach(notice -> world.links().send(Link.STREAM, place(), () -> world.notice(direction, notice)));
        if (!notices.isEmpty() && world.crashes(Node.SYNC, CrashPoint.NOTICED)) {
            return;
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            committed[partition] = Math.max(committed[partition], until[partition]);
        }
        System.arraycopy(until, 0, position, 0, PARTITIONS);
        working = false;
        work();
    }

    @Override
    public String toString() {
        return direction + " read to " + captured + ", applied to " + Arrays.toString(committed);
    }
}
