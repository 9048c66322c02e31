package dev.cutover.bridge.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One immutable routing: its epoch, what was last declared, and who owns each bucket. */
public record RoutingTable(long epoch, Target declared, List<Ownership> buckets) {

    /** Who owns a bucket, and the fencing epoch its requests carry; 0 at first. */
    public record Ownership(Side owner, long epoch) {
        public Ownership {
            if (epoch < 0) {
                throw new IllegalArgumentException("epoch: expected 0 or more, found: " + epoch);
            }
        }
    }

    public RoutingTable {
        buckets = List.copyOf(buckets);
        if (buckets.size() != Buckets.COUNT) {
            throw new IllegalArgumentException("expected 64 buckets, found: " + buckets.size());
        }
    }

    /** Everything on old, never changed. */
    public static RoutingTable first() {
        return new RoutingTable(
                0, new Target(Mode.OLD, 0), Collections.nCopies(Buckets.COUNT, new Ownership(Side.OLD, 0)));
    }

    public Ownership ownership(int bucket) {
        return buckets.get(bucket);
    }

    public int onNew() {
        return (int)
                buckets.stream().filter(bucket -> bucket.owner() == Side.NEW).count();
    }

    /** What is true now: as declared, or a split in whatever proportion a change left behind that did not complete. */
    public Target inForce() {
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            if (ownership(bucket).owner() != declared.owner(bucket)) {
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
            if (ownership(bucket).owner() != target.owner(bucket)) {
                buckets.add(bucket);
            }
        }
        return buckets;
    }

    /** This routing after one more record, which gives it {@code epoch}. */
    public RoutingTable with(RoutingRecord change, long epoch) {
        return switch (change) {
            case RoutingRecord.Declared now -> new RoutingTable(epoch, now.target(), buckets);
            case RoutingRecord.Owned owned -> {
                List<Ownership> changed = new ArrayList<>(buckets);
                changed.set(owned.bucket(), new Ownership(owned.owner(), owned.epoch()));
                yield new RoutingTable(epoch, declared, changed);
            }
        };
    }
}
