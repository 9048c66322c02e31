package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Intervals;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many operations of each phase may be left without an answer that tells their outcome. One whose answer a fault of
 * a later phase held up is not of this phase; more than allowed in seconds in which the machine had no time to spare
 * is UNKNOWN.
 */
public final class UnknownOutcomes {
    public static final String NAME = "unknown-outcomes";

    private static final long SECOND = 1_000_000_000L;

    private final Facts facts;
    private final Course course;
    private final List<String> phases;

    private UnknownOutcomes(Facts facts) {
        this.facts = facts;
        this.course = facts.course();
        this.phases = facts.evidence().manifest().phases();
    }

    /** One for each phase of which the plan says how many it may have. */
    public static List<Gate> of(Facts facts) {
        UnknownOutcomes outcomes = new UnknownOutcomes(facts);
        return facts.obligations().limits().unknownAtMost().entrySet().stream()
                .map(outcomes::gate)
                .toList();
    }

    private Gate gate(Map.Entry<String, Long> limited) {
        String phase = limited.getKey();
        String limit = "at most " + limited.getValue();
        if (!facts.evidence().has(EvidencePart.JOURNAL)) {
            String why = facts.evidence()
                    .damage()
                    .getOrDefault(EvidencePart.JOURNAL, EvidencePart.JOURNAL.text() + " is empty");
            return new Gate(NAME, phase, Result.UNKNOWN, "not known", limit, why);
        }
        Counted counted = count(phase);
        if (counted.operations == 0) {
            return new Gate(NAME, phase, Result.UNKNOWN, "no operation was invoked in it", limit, "");
        }
        return new Gate(
                NAME,
                phase,
                counted.unknown <= limited.getValue() ? Result.PASS : missed(counted),
                Long.toString(counted.unknown),
                limit,
                counted.operations + " operations");
    }

    private Result missed(Counted counted) {
        return course.busyIn(counted.seconds) > BaselineLimits.DEFAULT.busy() ? Result.UNKNOWN : Result.FAIL;
    }

    private static final class Counted {
        private long operations;
        private long unknown;
        private final SortedSet<Long> seconds = new TreeSet<>();
    }

    private Counted count(String phase) {
        History history = facts.history();
        Intervals later = faultsAfter(phase);
        int index = phases.indexOf(phase);
        Counted counted = new Counted();
        for (int i = 0; i < history.size(); i++) {
            if (history.phaseInvoked(i) != index) {
                continue;
            }
            counted.operations++;
            if (history.unknown(i) && !later.touch(history.invokedNs(i), history.endedNs(i))) {
                counted.unknown++;
                counted.seconds.add(Math.floorDiv(history.invokedNs(i), SECOND) * SECOND);
            }
        }
        return counted;
    }

    private Intervals faultsAfter(String phase) {
        long endNs = course.phases().stream()
                .filter(one -> one.name().equals(phase))
                .mapToLong(one -> one.interval().untilNs())
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return Intervals.of(course.faults().stream()
                .filter(fault -> fault.fromNs() >= endNs)
                .toList());
    }
}
