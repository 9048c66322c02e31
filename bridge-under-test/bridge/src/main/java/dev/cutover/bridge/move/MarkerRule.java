package dev.cutover.bridge.move;

import java.util.BitSet;

/** When a marker counts as applied. */
@FunctionalInterface
public interface MarkerRule {
    int PARTITIONS = 4;

    /** Whether it is, once it has come out of these partitions. */
    boolean isApplied(BitSet partitions);

    /** Once it has come out of every partition. */
    static MarkerRule everywhere() {
        return partitions -> partitions.cardinality() == PARTITIONS;
    }
}
