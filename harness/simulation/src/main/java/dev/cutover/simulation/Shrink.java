package dev.cutover.simulation;

import dev.cutover.record.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a failing schedule smaller, as long as one of the checkers that accused still accuses: keys, operations, and faults are left out. */
public final class Shrink {
    /** Schedules that are tried; each takes a few milliseconds. */
    private static final int MOST_TRIES = 1_500;

    private final Course course;
    private final Set<String> accused = new TreeSet<>();
    private Judged smallest;
    private int tries;

    private Shrink(Course course, Judged failing) {
        this.course = course;
        this.smallest = failing;
        failing.accusing().stream().map(Finding::checker).forEach(accused::add);
    }

    /** The smallest that was found; the same, if nothing can be left out. */
    public static Judged of(Course course, Judged failing) {
        Shrink shrink = new Shrink(course, failing);
        // A whole schedule waits until enough is acknowledged, which one that is told its operations does not.
        if (shrink.failsWith(failing.schedule().only(failing.operations()))) {
            shrink.keys();
            shrink.operations();
            shrink.faults();
            shrink.operations();
        } else {
            shrink.faults();
        }
        return shrink.smallest;
    }

    private boolean failsWith(Schedule schedule) {
        if (tries++ >= MOST_TRIES) {
            return false;
        }
        Judged judged = Judged.of(course, schedule);
        boolean fails = judged.accusing().stream().map(Finding::checker).anyMatch(accused::contains);
        if (fails) {
            smallest = judged;
        }
        return fails;
    }

    private boolean without(Set<Integer> operations) {
        Set<Integer> rest = new TreeSet<>(smallest.operations());
        rest.removeAll(operations);
        return failsWith(smallest.schedule().only(rest));
    }

    private void keys() {
        TreeMap<Integer, Set<Integer>> byKey = new TreeMap<>();
        int at = 0;
        for (int number : smallest.operations()) {
            byKey.computeIfAbsent(smallest.evidence().history().key(at++), unused -> new TreeSet<>())
                    .add(number);
        }
        byKey.values().forEach(this::without);
    }

    /** In halves, quarters, … and one by one, until nothing more can be left out. */
    private void operations() {
        for (int size = Math.max(1, smallest.operations().size() / 2); size > 0; ) {
            boolean smaller = false;
            List<Integer> all = new ArrayList<>(smallest.operations());
            for (int from = 0; from < all.size(); from += size) {
                smaller |= without(new TreeSet<>(all.subList(from, Math.min(all.size(), from + size))));
            }
            size = size == 1 && smaller && tries < MOST_TRIES ? 1 : size / 2;
        }
    }

    private void faults() {
        for (int fault : new TreeSet<>(smallest.faults())) {
            Set<Integer> rest = new TreeSet<>(smallest.faults());
            rest.remove(fault);
            failsWith(smallest.schedule().faults(rest));
        }
    }
}
