package dev.cutover.simulation;

import dev.cutover.record.event.RoutingMode;
import java.util.Arrays;

/** The routing: who owns each bucket, and by which epoch. What is durable survives a crash; what is in force may be ahead of it only in epochs. */
final class Table {
    private final Node[] owners = new Node[World.BUCKETS];
    private final long[] durable = new long[World.BUCKETS];
    private final long[] epochs = new long[World.BUCKETS];
    private Course.Route declared = new Course.Route(RoutingMode.OLD, 0);

    Table() {
        Arrays.fill(owners, Node.OLD);
    }

    Node owner(int bucket) {
        return owners[bucket];
    }

    long epoch(int bucket) {
        return epochs[bucket];
    }

    Course.Route declared() {
        return declared;
    }

    /** Who would own a bucket. */
    static Node owner(Course.Route route, int bucket) {
        double share = switch (route.mode()) {
            case OLD, DUAL -> 0;
            case SPLIT -> route.newShare();
            case NEW -> 1;
        };
        return bucket < (int) Math.ceil(share * World.BUCKETS) ? Node.NEW : Node.OLD;
    }

    /** Whether that is declared, and so. */
    boolean inForce(Course.Route route) {
        return declared.equals(route) && owned(route);
    }

    private boolean owned(Course.Route route) {
        for (int bucket = 0; bucket < World.BUCKETS; bucket++) {
            if (owners[bucket] != owner(route, bucket)) {
                return false;
            }
        }
        return true;
    }

    boolean isDual() {
        return declared.mode() == RoutingMode.DUAL && owned(declared);
    }

    /** The epoch to fence with, durable; requests do not carry it yet. */
    long intend(int bucket) {
        durable[bucket] = epochs[bucket] + 1;
        return durable[bucket];
    }

    void give(int bucket, Node owner, long epoch) {
        owners[bucket] = owner;
        durable[bucket] = epoch;
        epochs[bucket] = epoch;
    }

    /** The bucket stays; its requests use the intended epoch, for the fence may have been raised unseen. */
    void keep(int bucket, long epoch) {
        epochs[bucket] = Math.max(epochs[bucket], epoch);
    }

    void declare(Course.Route route) {
        declared = route;
    }

    /** As it is after a crash. */
    void restart(boolean inMemory) {
        if (inMemory) {
            Arrays.fill(owners, Node.OLD);
            Arrays.fill(durable, 0);
            declared = new Course.Route(RoutingMode.OLD, 0);
        }
        System.arraycopy(durable, 0, epochs, 0, World.BUCKETS);
    }
}
