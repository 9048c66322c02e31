package dev.cutover.bridge.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One immutable routing: its epoch, what was last declared, and each bucket's slot. */
public record RoutingTable(long epoch, Target declared, List<Slot> slots) {
    public RoutingTable {
        slots = List.copyOf(slots);
        if (slots.size() != Buckets.COUNT) {
            throw new IllegalArgumentException("expected 64 slots, found: " + slots.size());
        }
    }

    /** Everything on old, never changed. */
    public static RoutingTable first() {
        return new RoutingTable(0, new Target(Mode.OLD, 0), Collections.nCopies(Buckets.COUNT, new Slot(Side.OLD, 0)));
    }

    public Slot slot(int bucket) {
        return slots.get(bucket);
    }

    public int onNew() {
        return (int) slots.stream().filter(slot -> slot.owner() == Side.NEW).count();
    }

    /** What is true now: as declared, or a split in whatever proportion a change left behind that did not complete. */
    public Target inForce() {
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            if (slot(bucket).owner() != declared.owner(bucket)) {
                return new Target(Mode.SPLIT, onNew() / (double) Buckets.COUNT);
            }
        }
        return declared;
    }

    /** Whether new is asked in old's shadow. */
    public boolean isDual() {
        return declared.mode() == Mode.DUAL && inForce().mode() == Mode.DUAL;
    }

    /** The buckets that change their owner if {@code target} comes into force, ascending. */
    public List<Integer> toMove(Target target) {
        List<Integer> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            if (slot(bucket).owner() != target.owner(bucket)) {
                buckets.add(bucket);
            }
        }
        return buckets;
    }

    /** This routing after one more record, which gives it {@code epoch}. */
    public RoutingTable with(RoutingRecord change, long epoch) {
        return switch (change) {
            case RoutingRecord.Declared now -> new RoutingTable(epoch, now.target(), slots);
            case RoutingRecord.Owned owned -> {
                List<Slot> changed = new ArrayList<>(slots);
                changed.set(owned.bucket(), new Slot(owned.owner(), owned.epoch()));
                yield new RoutingTable(epoch, declared, changed);
            }
        };
    }
}
