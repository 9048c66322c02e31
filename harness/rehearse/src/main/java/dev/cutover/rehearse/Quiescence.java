package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
        events.record("step", Map.of("step", "quiesce", "state", "begin"));
        boolean crossed = sentinels.cross(planned, CROSSING);
        events.record(
                "step",
                Map.of(
                        "step",
                        "quiesce",
                        "state",
                        crossed ? "end" : "failed",
                        "tookMs",
                        (System.nanoTime() - begin) / 1_000_000.0,
                        "detail",
                        crossed ? "all sentinels crossed" : "a sentinel did not cross within " + CROSSING));
        progress.step("observe: final state of every system");
        observer.observeFinal();
    }
}
