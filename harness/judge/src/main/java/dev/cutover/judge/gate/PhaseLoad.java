package dev.cutover.judge.gate;

import dev.cutover.record.evidence.History;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** How a phase's operations went, as far as no fault explains it; where clients must not notice a fault, none does. */
final class PhaseLoad {
    private static final long SECOND = 1_000_000_000L;
    private static final double P99 = 99;
    private static final int KINDS = 1 << Byte.SIZE;

    private final String phase;
    private final boolean excused;
    private final Histogram answeredNs = new Histogram(3);
    private final SortedMap<Long, Long> slowestBySecond = new TreeMap<>();
    private final Share unknown = new Share();
    private final Share retried = new Share();
    private final Share[] refused;
    private final Share[] refusedWithFaults;

    /** Of a phase that faults excuse, or of one in which clients must not notice them. */
    PhaseLoad(String phase, boolean excused) {
        this.phase = phase;
        this.excused = excused;
        this.refused = shares();
        this.refusedWithFaults = shares();
    }

    private static Share[] shares() {
        return IntStream.range(0, KINDS).mapToObj(kind -> new Share()).toArray(Share[]::new);
    }

    void add(History history, int operation, Disturbances disturbances) {
        int kind = history.kind(operation);
        refusedWithFaults[kind].add(history.refused(operation));
        if (excused && disturbances.byFault(operation)) {
            return;
        }
        refused[kind].add(history.refused(operation));
        unknown.add(history.unknown(operation));
        if (!disturbances.byChange(operation)) {
            retried.add(history.attempts(operation) > 1);
            if (!history.unknown(operation)) {
                latency(history.invokedNs(operation), history.endedNs(operation));
            }
        }
    }

    private void latency(long invokedNs, long endedNs) {
        long tookNs = Math.max(0, endedNs - invokedNs);
        answeredNs.recordValue(tookNs);
        slowestBySecond.merge(Math.floorDiv(invokedNs, SECOND), tookNs, Math::max);
    }

    String phase() {
        return phase;
    }

    long answered() {
        return answeredNs.getTotalCount();
    }

    long p99Ns() {
        return answered() == 0 ? 0 : answeredNs.getValueAtPercentile(P99);
    }

    /** Answers that took longer. */
    Share slowerThan(long ns) {
        long notSlower = answeredNs.getCountBetweenValues(0, ns);
        return new Share(answered() - notSlower, answered());
    }

    /** The beginnings of the seconds in which an operation began whose answer took longer. */
    List<Long> secondsSlowerThan(long ns) {
        return slowestBySecond.entrySet().stream()
                .filter(second -> second.getValue() > ns)
                .map(second -> second.getKey() * SECOND)
                .toList();
    }

    Share unknown() {
        return unknown;
    }

    /** Operations that were sent more than once. */
    Share retried() {
        return retried;
    }

    Share refused(int kind) {
        return refused[kind];
    }

    /** Refusals are answers, so a fault does not explain them; and the more there are to compare with, the better. */
    Share refusedWithFaults(int kind) {
        return refusedWithFaults[kind];
    }
}
