package dev.cutover.simulation;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what happens: the same schedule always has the same history.
 *
 * @param only the operations that clients ask for, by number; null for all that the load has
 * @param faults which of the cell's faults there are, by number; null for all
 * @param defect what is wrong with the bridge or the sync; null if nothing is
 */
public record Schedule(
        Cell cell,
        long seed,
        @Nullable Set<Integer> only,
        @Nullable Set<Integer> faults,
        @Nullable Defect defect) {

    /** A whole one. */
    public Schedule(Cell cell, long seed, @Nullable Defect defect) {
        this(cell, seed, null, null, defect);
    }

    boolean has(Defect one) {
        return defect == one;
    }

    Schedule only(Set<Integer> operations) {
        return new Schedule(cell, seed, new TreeSet<>(operations), faults, defect);
    }

    Schedule faults(Set<Integer> numbers) {
        return new Schedule(cell, seed, only, new TreeSet<>(numbers), defect);
    }
}
