package dev.cutover.environment.container;

import dev.cutover.record.event.EventLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Records containers. */
record ContainerEvents(EventLog log) {
    private static final String KIND = "container";

    void started(DockerContainer container) {
        record(
                container,
                "started",
                Map.of("pid", container.pid(), "image", container.spec().image()));
    }

    void ready(DockerContainer container, long startedNanos) {
        record(container, "ready", Map.of("tookMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos)));
    }

    void ended(DockerContainer container, String how) {
        record(container, "ended", Map.of("detail", how));
    }

    /** What was seen of a container's isolation. */
    void isolated(DockerContainer container, Map<String, Object> seen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("component", container.spec().name());
        fields.putAll(seen);
        log.record("isolation", fields);
    }

    private void record(DockerContainer container, String state, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("component", container.spec().name());
        fields.put("container", container.shortId());
        fields.put("state", state);
        fields.putAll(more);
        log.record(KIND, fields);
    }
}
