package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Intervals;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.Cause;
import java.time.Duration;

/** Which operations a planned fault, a routing change, or the testbed itself explains. */
final class Disturbances {
    private final History history;
    private final Intervals faults;
    private final Intervals changes;

    Disturbances(History history, Course course, Duration recovery) {
        this.history = history;
        this.faults = Intervals.of(course.faults().stream()
                .map(fault -> fault.extended(recovery.toNanos()))
                .toList());
        this.changes = Intervals.of(
                course.changes().stream().map(Course.Change::interval).toList());
    }

    /** False for what never ended because the injector did, or was not sent. */
    boolean counts(int operation) {
        return history.outcome(operation).ended() && history.cause(operation) != Cause.INJECTOR;
    }

    boolean byFault(int operation) {
        return history.faultMask(operation) != 0
                || faults.touch(history.invokedNs(operation), history.endedNs(operation));
    }

    boolean byChange(int operation) {
        return changes.touch(history.invokedNs(operation), history.endedNs(operation));
    }
}
