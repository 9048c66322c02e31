package dev.cutover.reports.sample;

import dev.cutover.record.event.RoutingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of the sample runs: that of the reference plan. Times in nanoseconds from an origin. */
final class Schedule {
    static final long ORIGIN = 5_000_000_000_000L;
    static final long SECOND = 1_000_000_000L;

    private static final List<Phase> ALL = all();

    private Schedule() {}

    static List<Phase> phases() {
        return ALL;
    }

    private static List<Phase> all() {
        List<Phase> phases = new ArrayList<>();
        add(phases, "bootstrap", 6, new Fault("kill", "sync", 0.3, 0.5), new Route(null, 0));
        add(phases, "old-only", 9, new Fault("latency", "old->db", 2, 4), new Route(RoutingMode.OLD, 0));
        add(phases, "dual", 11, new Fault("request-lost", "bridge->new", 3, 3), new Route(RoutingMode.DUAL, 0));
        add(phases, "ten-percent", 11, new Fault("ack-lost", "bridge->new", 4, 3), new Route(RoutingMode.SPLIT, 0.1));
        add(phases, "half", 12, new Fault("freeze", "bridge->old", 5, 2), new Route(RoutingMode.SPLIT, 0.5));
        add(phases, "new-only", 11, new Fault("kill", "sync", 9, 0.5), new Route(RoutingMode.NEW, 1));
        add(phases, "rollback", 9, new Fault("latency", "sync->old", 0, 6), new Route(RoutingMode.OLD, 0));
        add(phases, "second-cutover", 11, new Fault("down", "sync->kafka", 6, 2), new Route(RoutingMode.NEW, 1));
        return List.copyOf(phases);
    }

    private static void add(List<Phase> phases, String name, int seconds, Fault fault, Route route) {
        long begin = phases.isEmpty() ? ORIGIN : phases.getLast().endNs();
        phases.add(new Phase(phases.size(), name, begin, begin + seconds * SECOND, fault, route));
    }

    record Phase(int index, String name, long beginNs, long endNs, Fault fault, Route route) {
        long injectedNs() {
            return beginNs + (long) (fault.at() * SECOND);
        }

        long healedNs() {
            return injectedNs() + (long) (fault.lasts() * SECOND);
        }

        boolean broken(long ns) {
            return injectedNs() <= ns && ns < healedNs();
        }
    }

    record Fault(String name, String target, double at, double lasts) {}

    record Route(@Nullable RoutingMode mode, double newShare) {}
}
