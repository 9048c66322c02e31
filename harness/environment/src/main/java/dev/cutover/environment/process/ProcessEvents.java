package dev.cutover.environment.process;

import dev.cutover.record.event.EventLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Records processes, so that what a killed testbed left behind can be found and ended. */
record ProcessEvents(EventLog log) implements Spawner.Watcher {
    @Override
    public void started(RunningProcess process) {
        record(process, "started", ProcessTree.identity(process.pid()));
    }

    @Override
    public void ended(RunningProcess process) {
        record(process, "ended", Map.of("detail", process.ending()));
    }

    void ready(RunningProcess process, long startedNanos) {
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        record(process, "ready", Map.of("tookMs", took));
    }

    private void record(RunningProcess process, String state, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("component", process.name());
        fields.put("pid", process.pid());
        fields.put("state", state);
        fields.putAll(more);
        log.record("process", fields);
    }
}
