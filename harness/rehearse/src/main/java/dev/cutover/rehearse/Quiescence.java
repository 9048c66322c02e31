package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.time.Duration;
import java.util.List;

/** Brings a run to rest and proves it, so that what is read afterwards is final. */
final class Quiescence {

    private static final Duration CROSSING = Duration.ofSeconds(30);

    private final EventLog events;
    private final Progress progress;
    private final Sentinels sentinels;
    private final Observer observer;

    Quiescence(EventLog events, Progress progress, Sentinels sentinels, Observer observer) {
        this.events = events;
        this.progress = progress;
        this.sentinels = sentinels;
        this.observer = observer;
    }

    /** The load has stopped and the faults are healed; what is not at rest is recorded and makes the run inconclusive. */
    void prove(List<SentinelSpec> planned) {
        progress.step("quiesce: sentinels through every stream");
        long begin = System.nanoTime();
        events.record(new StepEvent.Began(Step.QUIESCE));
        boolean crossed = sentinels.cross(planned, CROSSING);
        double tookMs = (System.nanoTime() - begin) / 1_000_000.0;
        events.record(
                crossed
                        ? new StepEvent.Ended(Step.QUIESCE, tookMs, "all sentinels crossed")
                        : new StepEvent.Failed(Step.QUIESCE, tookMs, "a sentinel did not cross within " + CROSSING));
        progress.step("observe: final state of every system");
        observer.observeFinal();
    }
}
