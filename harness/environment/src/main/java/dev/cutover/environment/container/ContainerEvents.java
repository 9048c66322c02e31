package dev.cutover.environment.container;

import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Isolated;

/** Records containers. */
record ContainerEvents(EventLog log) {

    private static final double NANOS_PER_MS = 1e6;

    void started(DockerContainer container) {
        log.record(new ContainerEvent.Started(
                container.spec().name(),
                container.shortId(),
                container.pid(),
                container.spec().image(),
                container.imageId(),
                container.imageDigest()));
    }

    void ready(DockerContainer container, long startedNanos) {
        double tookMs = (System.nanoTime() - startedNanos) / NANOS_PER_MS;
        log.record(new ContainerEvent.Ready(container.spec().name(), container.shortId(), tookMs));
    }

    void ended(DockerContainer container, String how) {
        log.record(new ContainerEvent.Ended(container.spec().name(), container.shortId(), how));
    }

    /** What was seen of a container's isolation. */
    void isolated(Isolated seen) {
        log.record(seen);
    }
}
