package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.evidence.EffectCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Both systems, bridge, sync and what lies between them, on one virtual clock; and what crashes where. */
final class World {
    static final int BUCKETS = 8;
    static final int KEYS = 8;
    private static final long SENTINELS = 1L << 40;

    private final Course course;
    private final Schedule schedule;
    private final Draw draw;
    private final Timeline timeline;
    private final Links links;
    private final SimulatedSystem old;
    private final SimulatedSystem replacement;
    private final SimulatedSync sync;
    private final SimulatedBridge bridge;
    private final SortedMap<Integer, List<EffectCall>> effects = new TreeMap<>();
    private final List<Fault> armed = new ArrayList<>();
    private Runnable bootstrapped = () -> {};
    private final Set<Fault> cameThere = new LinkedHashSet<>();
    private final SortedMap<Long, Set<Integer>> sentinels = new TreeMap<>();
    private long crashes;

    World(Course course, Schedule schedule) {
        this.course = course;
        this.schedule = schedule;
        this.draw = new Draw(schedule.seed());
        this.timeline = new Timeline(draw.at(1));
        this.links = new Links(timeline, draw.at(2));
        this.old = new SimulatedSystem(this, Node.OLD);
        this.replacement = new SimulatedSystem(this, Node.NEW);
        this.sync = new SimulatedSync(this);
        this.bridge = new SimulatedBridge(this);
        for (int key = 1; key <= KEYS; key++) {
            old.store().seed(key);
        }
    }

    /** The bucket of a key, 1 … {@value #KEYS}. */
    static int bucket(int key) {
        return (key - 1) % BUCKETS;
    }

    Course course() {
        return course;
    }

    Draw draw() {
        return draw;
    }

    Timeline timeline() {
        return timeline;
    }

    Links links() {
        return links;
    }

    SimulatedSystem system(Node node) {
        return node == Node.OLD ? old : replacement;
    }

    SimulatedSync sync() {
        return sync;
    }

    SimulatedBridge bridge() {
        return bridge;
    }

    boolean has(Defect defect) {
        return schedule.has(defect);
    }

    /** How often something crashed. */
    long crashed() {
        return crashes;
    }

    /** A third party was asked for an effect of an operation of a kind. */
    void effect(int kind, EffectCall call) {
        effects.computeIfAbsent(kind, unused -> new ArrayList<>()).add(call);
    }

    SortedMap<Integer, List<EffectCall>> effects() {
        return effects;
    }

    /** A sentinel goes down a stream, as a marker that the bridge knows nothing of. */
    void sentinel(Direction direction) {
        sync.request(direction, SENTINELS + direction.number());
    }

    /** Whether a direction's sentinel is applied in every partition. */
    boolean crossed(Direction direction) {
        return sentinels.getOrDefault(SENTINELS + direction.number(), Set.of()).size() == Pump.PARTITIONS;
    }

    void notice(Direction direction, Applying.Notice notice) {
        if (notice.marker() >= SENTINELS) {
            sentinels
                    .computeIfAbsent(notice.marker(), unused -> new TreeSet<>())
                    .add(notice.partition());
        } else if (!bridge.isDown()) {
            bridge.markers().notice(direction, notice);
        }
    }

    /** What is to be done when all keys are copied. */
    void whenBootstrapped(Runnable then) {
        bootstrapped = then;
    }

    void bootstrapped() {
        bootstrapped.run();
    }

    /** From now on it crashes where the fault says. */
    void arm(Fault fault) {
        armed.add(fault);
    }

    /** Whether it crashed where the fault says. */
    boolean cameThere(Fault fault) {
        return cameThere.contains(fault);
    }

    /** It has not come there in time, so it crashes wherever it is. */
    void crashAnyway(Fault fault) {
        Node node = fault.kind().crashes();
        if (armed.remove(fault) && node != null) {
            crash(node, fault);
        }
    }

    /** Whether something crashes here, and has. */
    boolean crashes(Node node, CrashPoint here) {
        for (Fault fault : armed) {
            if (fault.kind().crashes() == node && fault.point() == here) {
                armed.remove(fault);
                cameThere.add(fault);
                crash(node, fault);
                return true;
            }
        }
        return false;
    }

    private void crash(Node node, Fault fault) {
        crashes++;
        long down = draw.between(20 * MS, 600 * MS, Draw.place(0xD0, fault.number()));
        switch (node) {
            case BRIDGE -> bridge.crash(down);
            case SYNC -> sync.crash(down);
            case OLD, NEW -> system(node).crash(down);
        }
    }
}
