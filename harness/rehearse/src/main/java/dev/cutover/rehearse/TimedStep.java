package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;

/** Records a step around the work that it is. */
final class TimedStep {

    private TimedStep() {}

    /** The work; returns what came of it, in a few words. */
    interface Work {
        String result() throws InterruptedException;
    }

    /** A step that breaks off is recorded as failed, and its exception goes on. */
    static void of(Step step, EventLog events, Work work) throws InterruptedException {
        long begin = System.nanoTime();
        events.record(new StepEvent.Began(step));
        String result;
        try {
            result = work.result();
        } catch (RehearsalException e) {
            events.record(new StepEvent.Failed(step, msSince(begin), String.valueOf(e.getMessage())));
            throw e;
        }
        events.record(new StepEvent.Ended(step, msSince(begin), result));
    }

    private static double msSince(long ns) {
        return (System.nanoTime() - ns) / 1_000_000.0;
    }
}
