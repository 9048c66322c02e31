package dev.cutover.judge.facts;

/** A stretch of time on the run's clock; {@link Long#MAX_VALUE} if it did not end. */
public record Interval(long fromNs, long untilNs) {
    public Interval {
        if (untilNs < fromNs) {
            throw new IllegalArgumentException("an interval ends after it begins; found " + fromNs + " … " + untilNs);
        }
    }

    /** True if all from one instant to the other lies inside; what touches the edge may lie outside. */
    public boolean contains(long from, long until) {
        return from > fromNs && until < untilNs;
    }

    /** True if anything from one instant to the other may lie inside. */
    public boolean touches(long from, long until) {
        return from <= untilNs && until >= fromNs;
    }

    /** The same, but longer. */
    public Interval extended(long ns) {
        return new Interval(fromNs, untilNs > Long.MAX_VALUE - ns ? Long.MAX_VALUE : untilNs + ns);
    }
}
