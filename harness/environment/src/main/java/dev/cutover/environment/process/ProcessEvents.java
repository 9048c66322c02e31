package dev.cutover.environment.process;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Isolated;
import dev.cutover.record.event.ProcessEvent;

/** Records processes, so that what a killed testbed left behind can be found and ended. */
record ProcessEvents(EventLog log) implements Spawner.Watcher {

    private static final double NANOS_PER_MS = 1e6;

    @Override
    public void started(RunningProcess process) {
        long ticks = ProcessTree.startTicks(process.handle()).orElse(0);
        log.record(new ProcessEvent.Started(process.name(), process.pid(), ticks));
    }

    @Override
    public void ended(RunningProcess process) {
        log.record(new ProcessEvent.Ended(process.name(), process.pid(), process.ending()));
    }

    void isolated(Isolated seen) {
        log.record(seen);
    }

    void ready(RunningProcess process, long startedNanos) {
        double tookMs = (System.nanoTime() - startedNanos) / NANOS_PER_MS;
        log.record(new ProcessEvent.Ready(process.name(), process.pid(), tookMs));
    }
}
