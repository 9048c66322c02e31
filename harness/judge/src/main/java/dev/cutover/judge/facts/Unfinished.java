package dev.cutover.judge.facts;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When a system may be otherwise than its clients have made it, though everybody does as they should: while it is being filled, and while the testbed plants a difference. */
public final class Unfinished {
    private static final Interval ALWAYS = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);

    private final List<Interval> intervals;

    private Unfinished(List<Interval> intervals) {
        this.intervals = intervals;
    }

    /** Of one system. */
    public static Unfinished of(Facts facts, String system) {
        List<Interval> intervals = new ArrayList<>(planted(facts));
        if (!system.equals(facts.obligations().rollbackSystem())
                && facts.obligations().bootstrap()) {
            intervals.addAll(filled(facts));
        }
        return new Unfinished(intervals);
    }

    /** Whether it surely was as its clients have made it, from one instant to the other. */
    public boolean over(long fromNs, long untilNs) {
        return intervals.stream().noneMatch(interval -> interval.touches(fromNs, untilNs));
    }

    /** Until existing data were copied for the first time, and while they are copied again. */
    private static List<Interval> filled(Facts facts) {
        List<Interval> filled = new ArrayList<>();
        @Nullable Long since = Long.MIN_VALUE;
        for (LogEntry entry : facts.evidence().entries(StepEvent.class).toList()) {
            StepEvent event = (StepEvent) entry.event();
            if (event.step() != Step.BOOTSTRAP) {
                continue;
            }
            if (event instanceof StepEvent.Began && since == null) {
                since = entry.ns();
            } else if (event instanceof StepEvent.Ended && since != null) {
                filled.add(new Interval(since, entry.ns()));
                since = null;
            }
        }
        if (since != null) {
            filled.add(new Interval(since, Long.MAX_VALUE));
        }
        return filled;
    }

    /** From the begin of a canary's phase until it was taken away again; a canary that was not may have been planted in the phase that began last. */
    private static List<Interval> planted(Facts facts) {
        List<Course.Phase> phases = facts.course().phases();
        SortedMap<String, Long> begins = new TreeMap<>();
        phases.forEach(phase -> begins.merge(phase.name(), phase.interval().fromNs(), Math::min));
        List<Interval> planted = new ArrayList<>();
        for (LogEntry entry : facts.evidence().entries(CanaryEvent.class).toList()) {
            Long begin = begins.get(((CanaryEvent) entry.event()).phase());
            planted.add(begin == null || begin > entry.ns() ? ALWAYS : new Interval(begin, entry.ns()));
        }
        if (planted.size() < facts.obligations().canaries()) {
            planted.add(
                    phases.isEmpty()
                            ? ALWAYS
                            : new Interval(phases.getLast().interval().fromNs(), Long.MAX_VALUE));
        }
        return planted;
    }
}
