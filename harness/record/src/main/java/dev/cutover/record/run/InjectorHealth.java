package dev.cutover.record.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well the injector itself did; a bad figure here makes the run's load, and so the run, worth nothing.
 *
 * @param state {@code warming-up}, {@code running} or {@code ended}
 * @param elapsedSeconds since load began
 * @param plannedSessions that should have started by now
 * @param windows sessions planned and started in each 10 s, the last one perhaps incomplete
 * @param startLag how late sessions really started; null of a load that the plan brings itself, which does not say it
 * @param injectorErrors sends that failed on the injector's own account, by kind
 * @param cpuShare of all the machine's cores, 0 … 1
 * @param gcShare of the time spent in garbage collection pauses, 0 … 1
 * @param cpuSeconds of the process since it started
 */
public record InjectorHealth(
        String state,
        double elapsedSeconds,
        long plannedSessions,
        long startedSessions,
        double plannedPerSecond,
        double achievedPerSecond,
        long operations,
        long attempts,
        @Nullable StartLag startLag,
        List<Window> windows,
        SortedMap<String, Long> injectorErrors,
        double cpuShare,
        double gcShare,
        double cpuSeconds) {

    /** Of a load that the plan brings itself: only its rate is measured. */
    public static final String UNTOLD = "the load is the plan's own and does not say how late it was";

    public InjectorHealth {
        windows = List.copyOf(windows);
        injectorErrors = Collections.unmodifiableSortedMap(new TreeMap<>(injectorErrors));
    }

    /** Milliseconds between the intended and the real start of sessions. */
    public record StartLag(double p50Ms, double p99Ms, double maxMs) {}

    /** Ten seconds from {@code second} on. */
    public record Window(int second, long planned, long started, boolean complete) {}
}
