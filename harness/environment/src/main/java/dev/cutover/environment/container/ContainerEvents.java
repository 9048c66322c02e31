package dev.cutover.environment.container;

import dev.cutover.record.event.EventLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Records containers. */
record ContainerEvents(EventLog log) {
    private static final String KIND = "container";

    void started(Box box) {
        record(box, "started", Map.of("pid", box.pid(), "image", box.spec().image()));
    }

    void ready(Box box, long startedNanos) {
        record(box, "ready", Map.of("tookMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos)));
    }

    void ended(Box box, String how) {
        record(box, "ended", Map.of("detail", how));
    }

    /** What was seen of a container's isolation. */
    void isolated(Box box, Map<String, Object> seen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("component", box.spec().name());
        fields.putAll(seen);
        log.record("isolation", fields);
    }

    private void record(Box box, String state, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("component", box.spec().name());
        fields.put("container", box.shortId());
        fields.put("state", state);
        fields.putAll(more);
        log.record(KIND, fields);
    }
}
