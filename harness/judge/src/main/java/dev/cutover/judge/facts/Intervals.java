package dev.cutover.judge.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Many intervals as one: sorted, and merged where they touch, so that a question takes a binary search. */
public final class Intervals {
    private final List<Interval> disjoint;

    private Intervals(List<Interval> disjoint) {
        this.disjoint = disjoint;
    }

    public static Intervals of(Collection<Interval> intervals) {
        List<Interval> disjoint = new ArrayList<>();
        for (Interval next : intervals.stream()
                .sorted(Comparator.comparingLong(Interval::fromNs))
                .toList()) {
            if (!disjoint.isEmpty() && disjoint.getLast().untilNs() >= next.fromNs()) {
                Interval last = disjoint.removeLast();
                disjoint.add(new Interval(last.fromNs(), Math.max(last.untilNs(), next.untilNs())));
            } else {
                disjoint.add(next);
            }
        }
        return new Intervals(List.copyOf(disjoint));
    }

    /** True if anything from one instant to the other may lie inside one of them. */
    public boolean touch(long from, long until) {
        int low = 0;
        int high = disjoint.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (disjoint.get(middle).untilNs() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < disjoint.size() && disjoint.get(low).touches(from, until);
    }
}
