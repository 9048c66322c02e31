package dev.cutover.environment.process;

import dev.cutover.record.event.EventLog;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Records processes, so that what a killed testbed left behind can be found and ended. */
record ProcessEvents(EventLog log) implements Spawner.Watcher {
    static final String KIND = "process";
    static final String START_TICKS = "startTicks";

    @Override
    public void started(RunningProcess process) {
        long ticks = ProcessTree.startTicks(process.handle()).orElse(0);
        log.record(
                KIND,
                Map.of("component", process.name(), "pid", process.pid(), START_TICKS, ticks, "state", "started"));
    }

    @Override
    public void ended(RunningProcess process) {
        log.record(
                KIND,
                Map.of(
                        "component",
                        process.name(),
                        "pid",
                        process.pid(),
                        "state",
                        "ended",
                        "detail",
                        process.ending()));
    }

    void ready(RunningProcess process, long startedNanos) {
        log.record(
                KIND,
                Map.of(
                        "component",
                        process.name(),
                        "pid",
                        process.pid(),
                        "state",
                        "ready",
                        "tookMs",
                        millisSince(startedNanos)));
    }

    static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
