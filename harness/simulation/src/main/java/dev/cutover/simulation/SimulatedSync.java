package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayList;
import java.util.List;

/** Both directions of the sync, the first copy of existing keys, and the requests for markers that it takes. */
final class SimulatedSync {
    private static final long PATIENCE = 300 * MS;
    private static final long COPIES = 0xC0;

    private final World world;
    private final Pump oldToNew;
    private final Pump newToOld;
    private final List<MarkerRequest> requests = new ArrayList<>();
    private int taken;
    private boolean bootstrapped;
    private boolean down;
    private int life;
    private int copies;

    private record MarkerRequest(Direction direction, long id) {}

    SimulatedSync(World world) {
        this.world = world;
        this.oldToNew = new Pump(world, Direction.OLD_TO_NEW);
        this.newToOld = new Pump(world, Direction.NEW_TO_OLD);
    }

    boolean isDown() {
        return down;
    }

    boolean bootstrapped() {
        return bootstrapped;
    }

    long deadLetters() {
        return oldToNew.deadLetters() + newToOld.deadLetters();
    }

    void crash(long downNs) {
        life++;
        down = true;
        oldToNew.crash();
        newToOld.crash();
        int crashed = life;
        world.timeline().after(downNs, () -> {
            if (crashed == life) {
                down = false;
                wake();
            }
        });
    }

    private void wake() {
        takeRequests();
        if (copies > 0 && !bootstrapped) {
            copy();
        }
        oldToNew.wake();
        newToOld.wake();
    }

    /** A system has committed something. */
    void committed(Node node) {
        pump(Direction.from(node)).wake();
    }

    private Pump pump(Direction direction) {
        return direction == Direction.OLD_TO_NEW ? oldToNew : newToOld;
    }

    /** A request for a marker is in its topic. */
    void request(Direction direction, long id) {
        requests.add(new MarkerRequest(direction, id));
        takeRequests();
    }

    private void takeRequests() {
        while (!down && taken < requests.size()) {
            MarkerRequest request = requests.get(taken++);
            world.system(request.direction().source()).store().log().add(new Store.Entry.Marker(request.id()));
            pump(request.direction()).wake();
        }
    }

    /** Copies key after key, each from one snapshot, until new has all; what was copied is not copied again. */
    void bootstrap() {
        if (copies == 0) {
            copy();
        }
    }

    /** Where there is nothing to copy, both systems have everything from the beginning. */
    void withoutBootstrap() {
        for (int key : world.system(Node.OLD).store().keys().keySet()) {
            world.system(Node.NEW).store().seed(key);
        }
        bootstrapped = true;
    }

    private void copy() {
        Store old = world.system(Node.OLD).store();
        Store target = world.system(Node.NEW).store();
        for (int key : old.keys().keySet()) {
            if (target.key(key) == null) {
                copy(key, old, target);
                return;
            }
        }
        if (bootstrapped) {
            // An answer that came when a restart had found that all was done.
            return;
        }
        bootstrapped = true;
        world.bootstrapped();
        oldToNew.wake();
    }

    private void copy(int key, Store old, Store target) {
        int now = life;
        int attempt = ++copies;
        long place = Draw.place(COPIES, attempt);
        world.links()
                .<Store>call(
                        Link.SYNC_OLD,
                        place,
                        answer -> answer.accept(snapshot(key, old)),
                        snapshot -> world.links()
                                .<Boolean>call(
                                        Link.SYNC_NEW,
                                        place + 1,
                                        answer -> {
                                            target.copy(key, snapshot);
                                            answer.accept(true);
                                        },
                                        done -> {
                                            if (now == life
                                                    && attempt == copies
                                                    && !world.crashes(Node.SYNC, CrashPoint.COPIED)) {
                                                copy();
                                            }
                                        }));
        world.timeline().after(PATIENCE, () -> {
            if (now == life && attempt == copies && !down && !bootstrapped) {
                copy();
            }
        });
    }

    private Store snapshot(int key, Store old) {
        Store snapshot = new Store(world.course());
        snapshot.copy(key, old);
        return snapshot;
    }
}
